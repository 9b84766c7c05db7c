// TILLS_FILE: the tills, whose they are, and how each sells. Pure; each thing that is wrong is a sentence.
import { z } from 'zod';
import { spokenLanguages } from '../contract/languages.ts';
import { currencies, type TillView } from '../contract/payments.ts';
import { jsonFault } from '../core/json-fault.ts';
import { UnreadableText } from '../core/text-file.ts';
import type { EnvReader } from './env-reader.ts';
import { nearest } from './files/nearest.ts';
import { firstTillName, isLocale, readUsual, type Usual } from './merchant/usual.ts';

/** How the sales of a till are made: for which shop, by which of its sales units, over which API. */
export type SalesUnit = { shop: string; msn: string; api: 'ecom' | 'epayment' };

/** One entry of the file, with what goes without saying; `isLocaleSet`: it says its own. */
export type TillRow = Omit<Till, keyof Usual> & Usual & { isLocaleSet: boolean };
type Till = z.infer<typeof tillSchema>;

/** What only managers set. */
const unsaid = { languages: [...spokenLanguages], idleText: {}, printsSlip: false };

/** Whose a till is when the file says nothing: there is one shop then, and nobody has to name it. */
export const onlyShop = 'shop';

const tillSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,23}$/, 'letters, digits, - and _, at most 24'),
  name: z.string().trim().min(1).max(60),
  shop: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,23}$/, 'letters, digits and -, at most 24')
    .default(onlyShop),
  msn: z
    .string()
    .regex(/^\d{5,6}$/, '5-6 digits')
    .optional(),
  api: z.enum(['ecom', 'epayment']).optional(),
  subscriptions: z.boolean().optional(),
  currency: z.enum(currencies).optional(),
  locale: z.string().refine(isLocale, 'a locale such as nb-NO').optional(),
  brand: z.enum(['vipps', 'mobilepay']).optional(),
});
const tillsSchema = z.array(tillSchema).min(1);

/** What the file holds; undefined when that cannot be read. */
function readJson(read: EnvReader, file: string, readFile: (file: string) => string): unknown {
  let text: string;
  try {
    text = readFile(file);
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    read.problems.push(`TILLS_FILE: ${error.message} It accepts a JSON file with a list of tills.`);
    return undefined;
  }
  const fault = jsonFault(text);
  if (fault === null) return JSON.parse(text);
  const { line, column, what } = fault;
  read.problems.push(`TILLS_FILE: ${file}, line ${line}, column ${column}: ${what}.`);
  return undefined;
}

function sentenceOf({ path, message, ...issue }: z.core.$ZodIssue): string {
  const where = path.map((part) => `${String(part)}.`).join('');
  if (issue.code !== 'unrecognized_keys') return `TILLS_FILE: ${where.replace(/\.$/, ': ')}${message}.`;
  const unknown = issue.keys.map((key) => {
    const meant = nearest(key, Object.keys(tillSchema.shape));
    return `"${key}" is not a field of a till${meant === null ? '' : `; did you mean "${meant}"?`}`;
  });
  return `TILLS_FILE: ${where.replace(/\.$/, ': ')}${unknown.join(', ')}`.replace(/(?<!\?)$/, '.');
}

/** Of a field that is misspelt the name is told rather than that another is missing. */
function firstIssue(issues: readonly z.core.$ZodIssue[]): string[] {
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  return issue === undefined ? [] : [sentenceOf(issue)];
}

function readTills(read: EnvReader, file: string, readFile: (file: string) => string): Till[] {
  const json = readJson(read, file, readFile);
  if (json === undefined) return [];
  const tills = tillsSchema.safeParse(json);
  if (!tills.success) {
    read.problems.push(...firstIssue(tills.error.issues));
    return [];
  }
  const ids = new Set(tills.data.map((till) => till.id));
  if (ids.size < tills.data.length) read.problems.push('TILLS_FILE: every till needs an id of its own.');
  return tills.data;
}

/** Without a file there is one till. @param readFile reads TILLS_FILE. */
export function readTillRows(read: EnvReader, readFile: (file: string) => string): TillRow[] {
  const file = read.text('TILLS_FILE');
  if (file === undefined) {
    const usual = readUsual(read, [onlyShop])(onlyShop);
    return [{ id: '1', name: firstTillName(usual.locale), shop: onlyShop, ...usual, isLocaleSet: false }];
  }
  const tills = readTills(read, file, readFile);
  const usual = readUsual(read, [...new Set(tills.map(({ shop }) => shop))]);
  return tills.map((till) => {
    const {
      shop,
      locale = usual(shop).locale,
      currency = usual(shop).currency,
      brand = usual(shop).brand,
    } = till;
    return { ...till, locale, currency, brand, isLocaleSet: till.locale !== undefined };
  });
}

/** The shops of these tills, each once. */
export function shopsOf(rows: readonly TillRow[], read: EnvReader): string[] {
  const shops = [...new Set(rows.map(({ shop }) => shop))];
  const names = new Set(shops.map((shop) => shop.toLowerCase()));
  if (names.size < shops.length) {
    read.problems.push('TILLS_FILE: shops are told apart by more than capital letters.');
  }
  return shops;
}

export type TillDefaults = {
  environment: TillView['environment'];
  api: SalesUnit['api'];
  /** The sales unit of a shop's tills that name none. */
  msnOf: (shop: string) => string;
  /** When the days of a shop begin and end. */
  dayOf: (shop: string) => Pick<TillView, 'timeZone' | 'dayEndsAt'>;
  sellerOf: (shop: string) => TillView['seller'];
  /** Whether there is a page for customers to come back to, without which nobody can subscribe. */
  hasFallback: boolean;
  /** Whether people can subscribe at tills that do not say so. */
  subscriptions: boolean;
};

/** @returns the tills as screens know them, and by till how its sales are made. */
export function toTills(
  rows: readonly TillRow[],
  defaults: TillDefaults,
  read: EnvReader,
): { tills: TillView[]; salesUnits: Map<string, SalesUnit> } {
  const { environment, hasFallback, msnOf } = defaults;
  const salesUnits = new Map<string, SalesUnit>();
  const tills = rows.map((row): TillView => {
    const { id, shop, msn = msnOf(shop), api = defaults.api, subscriptions = defaults.subscriptions } = row;
    const wrong = (what: string) => read.problems.push(`TILLS_FILE: till ${id}: ${what}`);
    if (api === 'ecom' && row.currency !== 'NOK') wrong('eCom sells in NOK only.');
    if (subscriptions && !hasFallback)
      wrong('subscriptions need FALLBACK_URL, or a PUBLIC_URL on the Internet.');
    salesUnits.set(id, { shop, msn, api });
    const { name, currency, locale, brand } = row;
    const common = { currency, locale, brand, environment, ...defaults.dayOf(shop) };
    const seller = defaults.sellerOf(shop);
    return { id, name, shop, subscriptions, ...common, logo: null, picture: null, seller, ...unsaid };
  });
  return { tills, salesUnits };
}
