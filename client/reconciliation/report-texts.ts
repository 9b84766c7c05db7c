// What the parts of a report make their texts with.

import type { Amount } from '../../server/contract/payments.ts';
import type { Reconciliation } from '../../server/contract/reconciliation.ts';
import { moneyText } from '../ui/base/money.ts';
import { neededContext } from '../ui/base/needed-context.ts';
import { localeFor, usualLocale } from '../ui/texts/languages.ts';
import { appNames, type ReconciliationTexts, type Texts } from '../ui/texts/texts.ts';
import type { Spoken } from '../ui/texts/use-texts.ts';
import { dayText, momentText, timeText } from './days.ts';

export type ReportTexts = {
  readonly locale: string;
  readonly reconciliation: Texts['reconciliation'];
  readonly common: Texts['common'];
  readonly pages: Texts['pages'];
  /** Vipps or MobilePay; both, where the tills differ. */
  readonly app: string;
  readonly money: (amountMinor: number, currency: Amount['currency']) => string;
  /** The time of day, and the day, of an instant at a till. */
  readonly time: (iso: string, till: string) => string;
  /** The time, with the day where that is not the one of the report. */
  readonly when: (iso: string, till: string) => string;
  readonly day: (iso: string, till: string) => string;
  readonly moment: (iso: string, timeZone?: string) => string;
  readonly tillName: (id: string) => string;
};

/** Amounts and times are written as at the first till of the shop, in the language of the texts. */
export function textsFor(
  { tills, days }: Pick<Reconciliation, 'tills' | 'days'>,
  { language, texts }: Spoken<ReconciliationTexts>,
): ReportTexts {
  const locale = localeFor(language, tills[0]?.locale ?? usualLocale);
  const ownZone = tills[0]?.timeZone ?? 'UTC';
  const zoneOf = (id: string) => tills.find((till) => till.id === id)?.timeZone ?? ownZone;
  const isOfDay = (iso: string, id: string) => {
    const shop = tills.find((till) => till.id === id)?.shop;
    const day = days.find((one) => one.shop === shop) ?? days[0];
    const ms = Date.parse(iso);
    return day !== undefined && ms >= Date.parse(day.from) && ms < Date.parse(day.to);
  };
  const apps = new Set(tills.map(({ brand }) => appNames[brand]));
  return {
    locale,
    reconciliation: texts.reconciliation,
    common: texts.common,
    pages: texts.pages,
    app: apps.size > 1 ? 'Vipps MobilePay' : ([...apps][0] ?? appNames.vipps),
    money: (value, currency) => moneyText({ value, currency }, locale),
    when: (iso, till) => (isOfDay(iso, till) ? timeText : momentText)(iso, locale, zoneOf(till)),
    time: (iso, till) => timeText(iso, locale, zoneOf(till)),
    day: (iso, till) => dayText(iso, locale, zoneOf(till)),
    moment: (iso, timeZone = ownZone) => momentText(iso, locale, timeZone),
    tillName: (id) => tills.find((till) => till.id === id)?.name ?? id,
  };
}

/** The hook throws outside the provider. */
export const [ReportTextsProvider, useReportTexts] = neededContext<ReportTexts>('ReportTextsProvider');
