import type { TillView } from '../../../server/contract.ts';
import { en } from './en.ts';

/** Everything our screens say; a language that leaves something out does not compile. */
export type Texts = typeof en;

const dictionaries: readonly Texts[] = [en];

/** The dictionary for a locale's language, or English. */
export function textsFor(locale: string): Texts {
  const [language] = locale.toLowerCase().split('-');
  return dictionaries.find((texts) => texts.lang === language) ?? en;
}

/** What the customer knows the wallet as. */
export const appNames: Readonly<Record<TillView['brand'], string>> = {
  vipps: 'Vipps',
  mobilepay: 'MobilePay',
};
