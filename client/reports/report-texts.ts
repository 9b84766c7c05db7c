// What the parts of a report make their texts with.

import type { Amount } from '../../server/contract/payments.ts';
import { moneyText } from '../ui/base/money.ts';
import { neededContext } from '../ui/base/needed-context.ts';
import type { Texts } from '../ui/texts/texts.ts';

export type ReportTexts = {
  readonly locale: string;
  readonly texts: Texts['reports'];
  /** Minor units. */
  readonly money: (amountMinor: number) => string;
  /** `Mon 23 Nov`. */
  readonly day: (date: string) => string;
  /** By its number, 1 for Monday. */
  readonly weekday: (number: number) => string;
  /** `09:00`. */
  readonly hour: (hour: number) => string;
};

/** A Monday. */
const monday = Date.UTC(2026, 10, 23);
const dayMs = 86_400_000;

export function textsFor(texts: Texts['reports'], locale: string, currency: Amount['currency']): ReportTexts {
  const days = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const hours = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
  return {
    locale,
    texts,
    money: (value) => moneyText({ value, currency }, locale),
    day: (date) => days.format(new Date(`${date}T00:00:00Z`)),
    weekday: (number) => weekdays.format(new Date(monday + (number - 1) * dayMs)),
    hour: (hour) => hours.format(new Date(monday + (hour * dayMs) / 24)),
  };
}

/** The hook throws outside the provider. */
export const [ReportTextsProvider, useReportTexts] = neededContext<ReportTexts>('ReportTextsProvider');
