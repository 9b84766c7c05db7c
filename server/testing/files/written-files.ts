// Files as people's editors leave them: real bytes in a real folder.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const mark = '\ufeff';

/** How a text may be saved, each as UTF-8 and UTF-16 have it. */
export const savings: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a byte order mark': (text) => Buffer.from(mark + text),
  'UTF-16 LE with a byte order mark': (text) => utf16(mark + text),
  'UTF-16 BE with a byte order mark': (text) => utf16(mark + text).swap16(),
  'UTF-16 LE without a mark': utf16,
  'UTF-16 BE without a mark': (text) => utf16(text).swap16(),
};

export const lineEnds = { LF: '\n', CRLF: '\r\n', CR: '\r' } as const;

/** Every way in which the same lines can lie on a disk. */
export const waysToSave = Object.entries(savings).flatMap(([how, save]) =>
  Object.entries(lineEnds).map(([name, end]): [way: string, save: (lines: readonly string[]) => Buffer] => [
    `${how}, ${name}`,
    (lines) => save(lines.map((line) => line + end).join('')),
  ]),
);

/** @returns the path of a folder with these files, which goes with the test. */
export function aFolderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tillside-written-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
