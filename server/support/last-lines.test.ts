import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lastLines } from './last-lines.ts';

function aFile(text: string): string {
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

test('[P7] a line that is too long is left out whole, so that no half of a secret stays', () => {
  expect(lastLines(aFile(`1\n${'x'.repeat(10_001)}\n3`), 3)).toEqual([
    '1',
    '[a line of 10001 characters]',
    '3',
  ]);
});
