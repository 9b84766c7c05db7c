// Texts that people read and that decide nothing: they are made to fit, where refusing them would cost a sale.
import { z } from 'zod';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const control = /[\p{Cc}\u2028\u2029]+/gu;

/** One line: line breaks, tabs and other control characters become a space, and half a character a mark that it is none. */
export function foldText(text: string): string {
  const whole = text.toWellFormed().trim();
  const folded = whole.replace(control, ' ');
  return folded === whole ? whole : folded.replace(/ {2,}/g, ' ').trim();
}

/** Cut between what people take for characters. One that is longer than all there is room for is cut, but not through a surrogate pair. */
function cut(text: string, most: number): string {
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, most * 4))) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return end > 0 ? text.slice(0, end) : text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

/** @param most how many UTF-16 code units there is room for, as Vipps counts. */
export function fitText(text: string, most: number): string {
  const folded = foldText(text);
  return folded.length <= most ? folded : `${cut(folded, most - 1).trimEnd()}…`;
}

/** A text of any length and kind, which is folded into one line and shortened. */
export const decoration = (most: number) =>
  z
    .string()
    .meta({ description: `Shortened to ${most} characters; line breaks become spaces.` })
    .transform((text) => fitText(text, most));

/** What stands in the place of a name that is empty. */
export const noName = '–';
