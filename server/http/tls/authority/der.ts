// Values of DER (X.690), as certificates are made of them. Written only: what reads certificates is Node's.
import { isIPv4 } from 'node:net';

/** Tag, length, contents (8.1). */
export function der(tag: number, ...contents: Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(body.length)]), body]);
}

function lengthOf(bytes: number): number[] {
  if (bytes < 0x80) return [bytes];
  return bytes < 0x100 ? [0x81, bytes] : [0x82, bytes >> 8, bytes & 0xff];
}

export const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
export const setOf = (...parts: Buffer[]) => der(0x31, ...parts);
export const yes = der(0x01, Buffer.from([0xff]));
export const octets = (value: Buffer) => der(0x04, value);
export const text = (value: string) => der(0x0c, Buffer.from(value));
/** @param unused bits at the end that mean nothing. */
export const bits = (value: Buffer, unused = 0) => der(0x03, Buffer.from([unused]), value);
/** With a tag of its own. */
export const tagged = (number: number, ...contents: Buffer[]) => der(0xa0 | number, ...contents);
/** With a tag instead of that of its kind. */
export const retagged = (number: number, value: Buffer) => der(0x80 | number, value);

/** One that is not negative: a first bit that is set would say so. */
export function integer(value: Buffer): Buffer {
  return der(0x02, Buffer.from((value[0] ?? 0) < 0x80 ? [] : [0]), value);
}

/** @param dotted such as 2.5.29.17. */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...others.flatMap(inSevens)]));
}

/** Seven bits a byte, of which all but the last have the eighth set (8.19). */
function inSevens(value: number): number[] {
  const digits = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}

/** With two digits for the year up to 2049, with four from then on (RFC 5280, section 4.1.2.5). */
export function time(ms: number): Buffer {
  const at = new Date(ms);
  const digits = `${at.toISOString().replaceAll(/\D/g, '').slice(0, 14)}Z`;
  return at.getUTCFullYear() < 2050
    ? der(0x17, Buffer.from(digits.slice(2)))
    : der(0x18, Buffer.from(digits));
}

/** The four or sixteen bytes of an address (RFC 5280, section 4.2.1.6). */
export function addressBytes(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number));
  const [before = '', after] = address.split('::');
  const words = (some: string) =>
    some === '' ? [] : some.split(':').map((word) => Number.parseInt(word, 16));
  const [left, right] = [words(before), words(after ?? '')];
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => 0);
  return Buffer.from([...left, ...zeros, ...right].flatMap((word) => [word >> 8, word & 0xff]));
}
