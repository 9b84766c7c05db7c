// For how long something is good, in seconds as Vipps writes it: read kindly, for no money is decided by it, and kept within bounds.
import { z } from 'zod';
import { odd } from './http/odd-answers.ts';

type Bounds = {
  name: string;
  /** Where nothing sensible is said. */
  otherwiseS: number;
  mostS: number;
};

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** @param isUsuallyText whether digits in a string are what Vipps sends. @returns a schema that reads anything as whole seconds, from 1 to `mostS`. */
export function lifeSchema({ name, otherwiseS, mostS }: Bounds, isUsuallyText = false) {
  const read = z.unknown().transform((value): number => {
    if (isText(value) && !isUsuallyText) odd(`${name} is text`);
    const seconds = isText(value) ? Number(value) : value;
    if (typeof seconds !== 'number' || Number.isNaN(seconds) || seconds <= 0) {
      odd(`${name} says no time to come`);
      return otherwiseS;
    }
    if (seconds > mostS) odd(`${name} is longer than anything lives`);
    return Math.min(Math.ceil(seconds), mostS);
  });
  // What is missing is read like that, too.
  return read.prefault(null);
}
