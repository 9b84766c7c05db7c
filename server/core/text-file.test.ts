// What editors make of a text, in real files.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolderWith, savings, waysToSave } from '../testing/files/written-files.ts';
import { lineEnd, readTextFile } from './text-file.ts';

const read = (content: string | Buffer) => readTextFile(join(aFolderWith({ file: content }), 'file'));
const thrownBy = (content: string | Buffer): string => {
  try {
    return `read: ${read(content)}`;
  } catch (error) {
    return String(error).replace(/\/\S*\/file/, 'FILE');
  }
};
const remedy = 'Save it as UTF-8 (in Notepad: File, Save as, Encoding: UTF-8).';

describe('a text', () => {
  test.each(waysToSave)('is the same however it was saved: %s', (_, save) => {
    const lines = ['CAPTURE=manual', 'NAME=Kafé Ørn’s, 5 €…'];
    expect(read(save(lines)).split(lineEnd)).toEqual([...lines, '']);
  });

  test.each(Object.entries(savings))('may be empty or a single letter: %s', (_, save) => {
    expect(read(save(''))).toBe('');
    expect(read(save('x'))).toBe('x');
  });

  test('has one line less than it has ends of lines, of whatever kind', () => {
    expect('a\r\n\r\nb\rc\nd'.split(lineEnd)).toEqual(['a', '', 'b', 'c', 'd']);
  });
});

describe('what is no text is a sentence with the line and what to do', () => {
  test.each<[string, Buffer, string]>([
    [
      'Windows-1252',
      Buffer.from('A=1\r\nB=2\r\nNAME=Kafé\r\n', 'latin1'),
      'FILE holds a character in line 3 that is not UTF-8.',
    ],
    [
      'half a character',
      Buffer.from('A=1\rB=ø').subarray(0, -1),
      'FILE holds a character in line 2 that is not UTF-8.',
    ],
    [
      'UTF-16 behind UTF-8',
      Buffer.concat([Buffer.from('A=1\nB=2\nC=3\nD=4\nE=5\n'), Buffer.from('F=6\r\n', 'utf16le')]),
      'FILE holds a zero byte in line 6: it is no text, or text in two encodings.',
    ],
    [
      'UTF-16 that breaks off',
      Buffer.from('\ufeffA=1', 'utf16le').subarray(0, -1),
      'FILE looks like UTF-16, but breaks off or is damaged.',
    ],
    [
      'UTF-16 with half a character',
      Buffer.from('\ufeffA=\ud83d', 'utf16le'),
      'FILE looks like UTF-16, but breaks off or is damaged.',
    ],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), 'FILE holds a character in line 1'],
  ])('%s', (_, bytes, sentence) => {
    const said = thrownBy(bytes);
    expect(said).toContain(`UnreadableText: ${sentence}`);
    expect(said.endsWith(remedy)).toBe(true);
  });

  test('a file that is not there, and what it may be called instead', () => {
    expect(() => readTextFile('/nowhere/tills.json')).toThrow('/nowhere/tills.json cannot be read (ENOENT).');
    const folder = aFolderWith({ 'tills.json.txt': '[]' });
    const file = join(folder, 'tills.json');
    expect(() => readTextFile(file)).toThrow(
      `${file} cannot be read (ENOENT). There is ${file}.txt: take the .txt away from its name.`,
    );
  });

  test('a folder', () => {
    expect(() => readTextFile(aFolderWith({}))).toThrow('cannot be read (EISDIR)');
  });
});
