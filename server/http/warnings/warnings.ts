// What of a body was not taken as it came: whoever sent it is told, and refused where it may be about money.
import { z } from 'zod';
import { foldText } from '../../contract/texts/decoration.ts';
import { Refusal } from '../../core/refusal.ts';
import { nearName } from './near-names.ts';

type Fields = Readonly<Record<string, unknown>>;
/** What was done to a field, and where: the same deed in many lines is told once. */
type Deed = { readonly path: string; readonly said: string };

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const at = (path: string, name: string) => (path === '' ? name : `${path}.${name}`);

/** More would tell nobody anything. */
const mostWarnings = 20;
const longestName = 40;
/** A name that somebody else has chosen, as something that can be read in a log. */
const nameText = (name: string) => (/^\w+$/.test(name) ? name : JSON.stringify(name)).slice(0, longestName);

function fieldsOf(schema: z.ZodType): z.ZodObject | null {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return fieldsOf(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodObject ? schema : null;
}

/** Texts decide nothing, so that one under a name that is not known costs no sale. */
const isText = (name: string) => name === 'text';

/** @throws Refusal `invalid_request` for a field that may be meant for one that is missing. */
function unknownField(schema: z.ZodObject, given: Fields, name: string, path: string): Deed {
  const where = at(path, nameText(name));
  if (nearName(name, ['idempotencyKey']) !== null) {
    throw new Refusal('invalid_request', `${where}: send it as the header Idempotency-Key.`);
  }
  const missing = Object.keys(schema.shape).filter((known) => !Object.hasOwn(given, known));
  const near = nearName(name, missing);
  if (near === null) return { path: where, said: 'ignored, for it is not known here' };
  if (isText(near)) return { path: where, said: `ignored. Did you mean ${near}?` };
  throw new Refusal('invalid_request', `${where}: not known here. Did you mean ${near}?`);
}

function textDeed(given: string, taken: unknown, path: string): Deed[] {
  if (taken === given.trim()) return [];
  const folded = foldText(given);
  if (folded === '') return [{ path, said: 'empty, shown as a dash' }];
  return [
    { path, said: taken === folded ? 'made one line' : `shortened to ${String(taken).length} characters` },
  ];
}

/** What was done to `given`, which `schema` has read as `taken`. */
function deedsOf(schema: z.ZodType, given: unknown, taken: unknown, path: string): Deed[] {
  if (typeof given === 'string') return textDeed(given, taken, path);
  const list = schema instanceof z.ZodDefault ? (schema.unwrap() as z.ZodType) : schema;
  if (list instanceof z.ZodArray && Array.isArray(given) && Array.isArray(taken)) {
    const element = list.element as z.ZodType;
    return given.flatMap((one, index) => deedsOf(element, one, taken[index], at(path, String(index))));
  }
  const fields = fieldsOf(schema);
  if (fields === null || !isFields(given) || !isFields(taken)) return [];
  return Object.entries(given).flatMap(([name, value]) => {
    const known = Object.hasOwn(fields.shape, name) ? fields.shape[name] : undefined;
    if (known === undefined) return [unknownField(fields, given, name, path)];
    return deedsOf(known, value, taken[name], at(path, name));
  });
}

/** The same in several lines is one sentence. */
function told(deeds: readonly Deed[]): string[] {
  const alike = Map.groupBy(deeds, ({ path, said }) => `${path.replace(/\.\d+\./g, '.*.')} ${said}`);
  return [...alike.values()].map(([first, ...more]) => {
    const { path, said } = first as Deed;
    const elsewhere = more.length > 0 ? ` (and in ${more.length} more)` : '';
    return `${path}: ${said}${elsewhere}${/\?$/.test(said) ? '' : '.'}`;
  });
}

/**
 * @param taken what `schema` made of `given`.
 * @returns `warnings` for the answer, each a sentence; nothing when all was taken as it came. The same body has the same.
 * @throws Refusal `invalid_request` for a field that may be meant for one that is missing, unless that is a text.
 */
export function warningsOf(schema: z.ZodType, given: unknown, taken: unknown): { warnings?: string[] } {
  const all = told(deedsOf(schema, given, taken, ''));
  if (all.length === 0) return {};
  const warnings = all.slice(0, mostWarnings);
  if (all.length > mostWarnings) warnings.push(`And ${all.length - mostWarnings} more.`);
  return { warnings };
}
