// The text of TILLS_FILE for a shop with one till: its language, currency and name. Pure.
import type { TillView } from '../../contract/payments.ts';

export type TillAnswers = {
  locale: string;
  currency: TillView['currency'];
  brand: TillView['brand'];
  name: string;
};

/** What a file says of the only till in it; null of several, which are left as somebody has written them. */
export type OnlyTill = Readonly<Record<string, unknown>>;

export function onlyTillIn(text: string): OnlyTill | null {
  const parsed: unknown = JSON.parse(text);
  const [first, ...others] = Array.isArray(parsed) ? parsed : [];
  return first !== null && typeof first === 'object' && others.length === 0 ? first : null;
}

/** What a till is where nothing is said of it. */
const unsaid: TillAnswers = { locale: 'en-NO', currency: 'NOK', brand: 'vipps', name: 'Till 1' };

/** Whether a shop does without a file. */
export function isUnsaid(answers: TillAnswers): boolean {
  return Object.entries(answers).every(([field, value]) => unsaid[field as keyof TillAnswers] === value);
}

/** @param before what is known of the till already; its other fields stay. */
export function tillsText(before: OnlyTill | null, { locale, currency, brand, name }: TillAnswers): string {
  const till = { id: '1', name, ...before, currency, locale, brand };
  return `${JSON.stringify([till], null, 2)}\n`;
}
