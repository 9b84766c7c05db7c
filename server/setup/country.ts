// What goes without saying in each country that Vipps MobilePay pays in. Pure.
import type { Country } from '../config/merchant/organisation-number.ts';
import type { SpokenLanguage } from '../contract/languages.ts';
import type { TillView } from '../contract/payments.ts';

type Usual = {
  name: string;
  currency: TillView['currency'];
  language: SpokenLanguage;
  brand: 'vipps' | 'mobilepay';
};

export const usualIn: Readonly<Record<Country, Usual>> = {
  NO: { name: 'Norway', currency: 'NOK', language: 'nb', brand: 'vipps' },
  DK: { name: 'Denmark', currency: 'DKK', language: 'da', brand: 'mobilepay' },
  FI: { name: 'Finland', currency: 'EUR', language: 'fi', brand: 'mobilepay' },
  SE: { name: 'Sweden', currency: 'SEK', language: 'sv', brand: 'vipps' },
};
