// The tills of the configuration and those that managers have added, with what is set for their shops. Pure.
import type { SalesUnit } from '../config/tills.ts';
import { type SpokenLanguage, spokenLanguages } from '../contract/languages.ts';
import type { TillView } from '../contract/payments.ts';
import type { ManagedTill, SettingValues } from '../contract/settings.ts';
import { inShop, type Tills, tillsOf } from '../core/tills.ts';
import { languageOf } from '../core/words/spoken-language.ts';
import type { StoredTill } from '../store/settings-store.ts';
import { type Configured, sellerOf } from './values.ts';

export type Pictures = Pick<TillView, 'logo' | 'picture'>;

export type TillList = {
  tills: Tills;
  salesUnits: ReadonlyMap<string, SalesUnit>;
};

/** A till that nobody has named is one that managers may change: there is one in a shop without TILLS_FILE. */
export const isConfigured = (id: string, { tills, setBy }: Configured): boolean =>
  tills.some((till) => till.id === id && setBy.get(till.shop)?.tills !== undefined);

/** Numbers and times are written in the till's region still. */
function inLanguage(locale: string, language: SpokenLanguage): string {
  if (languageOf(locale) === language) return locale;
  const { region } = new Intl.Locale(locale);
  return region === undefined ? language : `${language}-${region}`;
}

/** @param isLocaleSet whether the till's own is stated, which is shown first then. */
function spokenAt(locale: string, chosen: readonly SpokenLanguage[], isLocaleSet: boolean) {
  const [first] = chosen;
  if (first === undefined) return { locale, languages: [...spokenLanguages] };
  if (!isLocaleSet) return { locale: inLanguage(locale, first), languages: [...chosen] };
  const own = languageOf(locale);
  return { locale, languages: [own, ...chosen.filter((one) => one !== own)] };
}

function withSettings(
  till: TillView,
  values: SettingValues,
  isLocaleSet: boolean,
  pictures: Pictures,
): TillView {
  const { idleText, printsSlip, timeZone, dayEndsAt, languages } = values;
  const spoken = spokenAt(till.locale, languages, isLocaleSet);
  return {
    ...till,
    ...spoken,
    ...pictures,
    idleText,
    printsSlip,
    timeZone,
    dayEndsAt,
    seller: sellerOf(values),
  };
}

/** @param stored also those that are retired. */
export function listTills(
  config: Configured,
  stored: readonly StoredTill[],
  of: { values(shop: string): SettingValues; pictures(till: { id: string; shop: string }): Pictures },
): TillList {
  const salesUnits = new Map(config.salesUnits);
  const added = stored.filter(({ id }) => !isConfigured(id, config));
  const sellAs = (till: StoredTill, like: TillView): TillView => {
    const { id, shop, name, currency, locale, brand, subscriptions } = till;
    return { ...like, id, shop, name, currency, locale, brand, subscriptions };
  };
  const sell = config.tills.filter(({ id }) => !added.some((one) => one.id === id));
  for (const till of added) {
    const like = config.tills.find(({ shop }) => shop === till.shop);
    const unit = like && config.salesUnits.get(like.id);
    // Of a shop that is not configured any more: nobody could be paid there.
    if (like === undefined || unit === undefined) continue;
    salesUnits.set(till.id, { ...unit, api: till.api });
    if (till.retiredAtMs === null) sell.push(sellAs(till, like));
  }
  const shown = sell.map((till) =>
    withSettings(till, of.values(till.shop), config.localesSet.has(till.id), of.pictures(till)),
  );
  const retired = added.filter(({ retiredAtMs }) => retiredAtMs !== null);
  return { tills: tillsOf(shown, retired), salesUnits };
}

/** As managers see the tills of a shop. */
export function managedTills(
  shop: string,
  { tills, salesUnits }: TillList,
  config: Configured,
): ManagedTill[] {
  return inShop(tills, shop).map(({ id, name, currency, locale, brand, subscriptions }) => ({
    id,
    name,
    currency,
    locale,
    brand,
    subscriptions,
    api: salesUnits.get(id)?.api ?? 'ecom',
    setBy: isConfigured(id, config) ? (config.setBy.get(shop)?.tills ?? null) : null,
  }));
}
