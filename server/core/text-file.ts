// Text that people have written, as their editors save it: in which encoding, with which ends of lines.
import { existsSync, readFileSync } from 'node:fs';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** A file that cannot be read as text. The message is a sentence for who wrote it, and shows nothing of what the file holds. */
export class UnreadableText extends Error {
  override readonly name = 'UnreadableText';
}

/** The ends of lines of all systems; that of old Macs is also what some programs make of the others. */
export const lineEnd = /\r\n|\n|\r/;

const remedy = 'Save it as UTF-8 (in Notepad: File, Save as, Encoding: UTF-8).';

/** Printed ASCII or an end of a line. */
const isPlain = (byte: number) => (byte > 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d;

/**
 * Without a mark of its own, UTF-16 is known by its zeros: at least half of all letters have one, and always on the same side. Two plain
 * bytes in the place of a letter are UTF-8 that UTF-16 was put behind.
 */
function unmarked(bytes: Uint8Array): Encoding {
  let [first, second] = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const [one = 0, other = 0] = [bytes[at], bytes[at + 1]];
    if (isPlain(one) && isPlain(other)) return 'utf-8';
    if (one === 0) first++;
    if (other === 0) second++;
  }
  const many = bytes.length / 4;
  if (first === 0 && second > 0 && second >= many) return 'utf-16le';
  return second === 0 && first > 0 && first >= many ? 'utf-16be' : 'utf-8';
}

/** @param start the first bytes of a file, or all of them. */
export function encodingOf(start: Uint8Array): Encoding {
  const [a, b, c, d] = start;
  const isUtf32 = c === 0 && d === 0 && start.length >= 4;
  if (a === 0xff && b === 0xfe && !isUtf32) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return unmarked(start);
}

function read(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The first line with something that is no UTF-8: neither end of a line is ever part of a longer character there. */
function firstBadLine(bytes: Uint8Array): number {
  const lines = Buffer.from(bytes).toString('latin1').split(lineEnd);
  return 1 + lines.findIndex((line) => read(Buffer.from(line, 'latin1'), 'utf-8') === null);
}

/**
 * @param name of the file, for the message.
 * @returns the text without a byte order mark. @throws UnreadableText
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const encoding = encodingOf(bytes);
  const text = read(bytes, encoding);
  if (text === null) {
    const what =
      encoding === 'utf-8'
        ? `holds a character in line ${firstBadLine(bytes)} that is not UTF-8`
        : 'looks like UTF-16, but breaks off or is damaged';
    throw new UnreadableText(`${name} ${what}. ${remedy}`);
  }
  const before = text.indexOf('\0');
  if (before === -1) return text;
  const line = text.slice(0, before).split(lineEnd).length;
  throw new UnreadableText(
    `${name} holds a zero byte in line ${line}: it is no text, or text in two encodings. ${remedy}`,
  );
}

/** @throws UnreadableText, also for a file that is not there or may not be read. */
export function readTextFile(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    const withEnding = `${file}.txt`;
    const other = existsSync(withEnding) ? ` There is ${withEnding}: take the .txt away from its name.` : '';
    throw new UnreadableText(`${file} cannot be read (${code}).${other}`);
  }
  return decodeText(bytes, file);
}
