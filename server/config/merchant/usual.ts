// What a till speaks and sells in that does not say so itself. Pure.
import type { SpokenLanguage } from '../../contract/languages.ts';
import { currencies, type TillView } from '../../contract/payments.ts';
import { languageOf } from '../../core/words/spoken-language.ts';
import type { EnvReader } from '../env-reader.ts';
import { checkShops, ofShop } from './of-shop.ts';

export type Usual = Pick<TillView, 'locale' | 'currency'> & { brand: 'vipps' | 'mobilepay' };

const unsaid: Usual = { locale: 'en-NO', currency: 'NOK', brand: 'vipps' };

const names = ['SHOP_LOCALE', 'SHOP_CURRENCY', 'SHOP_BRAND'] as const;

export function isLocale(value: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(value).length > 0;
  } catch {
    return false;
  }
}

function readLocale(read: EnvReader, shop: string): string {
  const [variable, locale = unsaid.locale] = ofShop(read, 'SHOP_LOCALE', shop);
  if (isLocale(locale)) return locale;
  read.wrong(variable, locale, 'a locale such as nb-NO');
  return unsaid.locale;
}

export function readUsual(read: EnvReader, shops: readonly string[]): (shop: string) => Usual {
  checkShops(read, names, shops);
  const variable = (name: (typeof names)[number], shop: string) => ofShop(read, name, shop)[0];
  const usual = shops.map((shop): readonly [string, Usual] => {
    const currency = read.choice(variable('SHOP_CURRENCY', shop), currencies, unsaid.currency);
    const brand = read.choice(variable('SHOP_BRAND', shop), ['vipps', 'mobilepay'] as const, unsaid.brand);
    return [shop, { locale: readLocale(read, shop), currency, brand }];
  });
  const byShop = new Map(usual);
  return (shop) => byShop.get(shop) ?? unsaid;
}

/** What a shop's first till is called where nobody has named it, by the language of its screens. */
const firstTill: Readonly<Record<SpokenLanguage, string>> = {
  nb: 'Kasse 1',
  da: 'Kasse 1',
  sv: 'Kassa 1',
  fi: 'Kassa 1',
  en: 'Till 1',
};
export const firstTillName = (locale: string) => firstTill[languageOf(locale)];
