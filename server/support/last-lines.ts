// The end of a log, however long the log is.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const mostBytes = 8_000_000;
const longestLine = 10_000;

/** Left out whole: half a secret would not be known as one. */
const unlessTooLong = (line: string) =>
  line.length > longestLine ? `[a line of ${line.length} characters]` : line;

/** @returns at most `count` lines, the last one last. @throws what node:fs throws. */
export function lastLines(file: string, count: number): string[] {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.alloc(Math.min(size, mostBytes));
    const read = readSync(descriptor, bytes, 0, bytes.length, size - bytes.length);
    const lines = bytes.toString('utf8', 0, read).split(/\r?\n/);
    // Of the first one only the end was read.
    if (size > mostBytes) lines.shift();
    if (lines.at(-1) === '') lines.pop();
    return lines.slice(-count).map(unlessTooLong);
  } finally {
    closeSync(descriptor);
  }
}
