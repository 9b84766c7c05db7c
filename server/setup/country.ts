// What goes without saying in each country that Vipps MobilePay pays in. Pure.
import type { Country } from '../config/merchant/organisation-number.ts';
import type { TillView } from '../contract/payments.ts';

type Usual = {
  name: string;
  currency: TillView['currency'];
  language: Language;
  brand: TillView['brand'];
};

export const setupLanguages = ['nb', 'da', 'sv', 'fi', 'en'] as const;
export type Language = (typeof setupLanguages)[number];

export const usualIn: Readonly<Record<Country, Usual>> = {
  NO: { name: 'Norway', currency: 'NOK', language: 'nb', brand: 'vipps' },
  DK: { name: 'Denmark', currency: 'DKK', language: 'da', brand: 'mobilepay' },
  FI: { name: 'Finland', currency: 'EUR', language: 'fi', brand: 'mobilepay' },
  SE: { name: 'Sweden', currency: 'SEK', language: 'sv', brand: 'vipps' },
};

/** What a shop's first till is called, in the language of its screens. */
export const tillNames: Readonly<Record<Language, string>> = {
  nb: 'Kasse 1',
  da: 'Kasse 1',
  sv: 'Kassa 1',
  fi: 'Kassa 1',
  en: 'Till 1',
};
