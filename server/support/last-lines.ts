// The end of a log, however long the log is.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { encodingOf, lineEnd } from '../core/text-file.ts';

const mostBytes = 8_000_000;
const longestLine = 10_000;

/** Left out whole: half a secret would not be known as one. */
const unlessTooLong = (line: string) =>
  line.length > longestLine ? `[a line of ${line.length} characters]` : line;

/** Enough to tell UTF-16, which PowerShell writes when it redirects. */
const startBytes = 4_096;

function read(descriptor: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, from));
}

/** @returns at most `count` lines, the last one last. @throws what node:fs throws. */
export function lastLines(file: string, count: number): string[] {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const encoding = encodingOf(read(descriptor, 0, Math.min(size, startBytes)));
    const skipped = Math.max(0, size - mostBytes);
    // Even, so that no letter of UTF-16 is cut in two.
    const from = skipped + (skipped % 2);
    const text = new TextDecoder(encoding).decode(read(descriptor, from, size - from));
    // UTF-16 behind UTF-8 has a zero beside each letter, between which no secret would be found.
    const lines = text.replaceAll('\0', '').split(lineEnd);
    // Of the first one only the end was read.
    if (size > mostBytes) lines.shift();
    if (lines.at(-1) === '') lines.pop();
    return lines.slice(-count).map(unlessTooLong);
  } finally {
    closeSync(descriptor);
  }
}
