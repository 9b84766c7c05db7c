// A history as Vipps tells it, without what nobody knows: entries that decide nothing about money are left out, all others are read strictly.
import { z } from 'zod';
import { odd, plainName } from './http/odd-answers.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * @param field names what happened, in each entry. @param names what can happen, in capitals.
 * @param entry reads one that is known.
 * @returns a schema of the known entries. It fails for a known one that cannot be read, and for one that does not say what happened.
 */
export function knownEntries<T extends z.ZodType>(field: string, names: readonly string[], entry: T) {
  return z
    .array(z.unknown())
    .transform((all) => all.filter((one) => isKnown(one, field, names)).map((one) => inCapitals(one, field)))
    .pipe(z.array(entry));
}

function isKnown(entry: unknown, field: string, names: readonly string[]): boolean {
  if (entry === null || entry === undefined) {
    odd('an empty entry in the history');
    return false;
  }
  const name = isRecord(entry) ? entry[field] : undefined;
  // What does not say what it is may be about money.
  if (typeof name !== 'string' || names.includes(name.toUpperCase())) return true;
  odd(`an entry in the history whose ${field} nobody knows: ${plainName(name)}`);
  return false;
}

function inCapitals(entry: unknown, field: string): unknown {
  const name = isRecord(entry) ? entry[field] : undefined;
  if (!isRecord(entry) || typeof name !== 'string' || name === name.toUpperCase()) return entry;
  odd(`the ${field} of an entry in the history is not in capitals`);
  return { ...entry, [field]: name.toUpperCase() };
}
