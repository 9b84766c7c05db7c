import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lastLines } from './last-lines.ts';

function aFile(text: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'tillside-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'log'), text);
  return join(folder, 'log');
}

test('the last lines are given in their order, whole log or not', () => {
  expect(lastLines(aFile('1\n2\r\n3\n'), 2)).toEqual(['2', '3']);
  expect(lastLines(aFile('1\n\n3'), 9)).toEqual(['1', '', '3']);
  expect(lastLines(aFile(''), 9)).toEqual([]);
});

test('of a log that is too long only its end is read, from the beginning of a line', () => {
  const line = `${'x'.repeat(999)}\n`;
  const lines = lastLines(aFile(`first${line}${line.repeat(8_000)}last\n`), 10_000);
  expect(lines).toHaveLength(8_000);
  expect(new Set(lines)).toEqual(new Set([line.trim(), 'last']));
});

test('[P7] a log that PowerShell wrote is read as it is, so that its secrets are found', () => {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  expect(lastLines(aFile(utf16('\ufeffRør\r\ncanary\r\n')), 9)).toEqual(['Rør', 'canary']);
  expect(lastLines(aFile(Buffer.concat([Buffer.from('1\n'), utf16('canary\r\n')])), 9)).toEqual([
    '1',
    'canary',
  ]);
  const line = `${'x'.repeat(998)}\r\n`;
  const [first, ...others] = lastLines(aFile(utf16(`${line.repeat(4_001)}canary`)), 10_000);
  expect([first, others.at(-1)]).toEqual([line.trim(), 'canary']);
});

test('[P7] a line that is too long is left out whole, so that no half of a secret stays', () => {
  expect(lastLines(aFile(`1\n${'x'.repeat(10_001)}\n3`), 3)).toEqual([
    '1',
    '[a line of 10001 characters]',
    '3',
  ]);
});
