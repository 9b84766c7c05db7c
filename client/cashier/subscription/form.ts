// The form of a subscription as it is typed, and the terms that it becomes. Amounts are minor units.
import type { Amount, Interval, NewAgreement } from '../../../server/contract/payments.ts';
import { parseMinor, typedFromMinor } from '../../ui/base/money.ts';
import { maxMinor, minMinor } from '../charge/keypad.ts';

export type Draft = {
  readonly name: string;
  readonly description: string;
  readonly price: string;
  readonly count: string;
  readonly unit: Interval['unit'];
  /** Empty: nothing is paid at once. */
  readonly first: string;
  /** What the first payment is for; empty: the product. */
  readonly firstFor: string;
};
export const emptyDraft: Draft = {
  name: '',
  description: '',
  price: '',
  count: '1',
  unit: 'MONTH',
  first: '',
  firstFor: '',
};

/** As many characters as the contract takes. */
export const longest = { name: 45, description: 100, firstFor: 45 };
const mostPeriods = 31;

type AmountFault<Name extends string> = `no_${Name}` | `${Name}_too_little` | `${Name}_too_much`;
export type DraftFault = 'no_name' | 'no_count' | AmountFault<'price'> | AmountFault<'first'>;

function amountFault<Name extends 'price' | 'first'>(typed: string, name: Name): AmountFault<Name> | null {
  const minor = parseMinor(typed);
  if (minor === null) return `no_${name}`;
  if (minor < minMinor) return `${name}_too_little`;
  return minor > maxMinor ? `${name}_too_much` : null;
}

/** How many periods; null when that is no number from 1 to 31. */
export function countOf({ count }: Draft): number | null {
  const number = /^\d{1,2}$/.test(count.trim()) ? Number(count) : 0;
  return number >= 1 && number <= mostPeriods ? number : null;
}

const isEmpty = (typed: string) => typed.trim() === '';

/** The first fault in the form, by the order of its fields; null when it has none. */
export function faultOf(draft: Draft): DraftFault | null {
  if (isEmpty(draft.name)) return 'no_name';
  const price = amountFault(draft.price, 'price');
  if (price !== null) return price;
  if (countOf(draft) === null) return 'no_count';
  return isEmpty(draft.first) ? null : amountFault(draft.first, 'first');
}

const fields: Readonly<Record<DraftFault, keyof Draft>> = {
  no_name: 'name',
  no_price: 'price',
  price_too_little: 'price',
  price_too_much: 'price',
  no_count: 'count',
  no_first: 'first',
  first_too_little: 'first',
  first_too_much: 'first',
};

/** The field in which to correct a fault. */
export const fieldOf = (fault: DraftFault) => fields[fault];

/** The terms, of a form without a fault. */
export function termsOf(draft: Draft, currency: Amount['currency']): NewAgreement {
  const amountOf = (typed: string): Amount => ({ value: parseMinor(typed) ?? 0, currency });
  const name = draft.name.trim();
  const description = draft.description.trim();
  const firstFor = draft.firstFor.trim() || name;
  return {
    product: { name, ...(description === '' ? {} : { description }) },
    pricing: { amount: amountOf(draft.price) },
    interval: { unit: draft.unit, count: countOf(draft) ?? 1 },
    ...(isEmpty(draft.first)
      ? {}
      : { initialCharge: { amount: amountOf(draft.first), description: firstFor } }),
  };
}

/** The form, filled in with the terms of a product. */
export function draftOf({ product, pricing, interval, initialCharge }: NewAgreement, locale: string): Draft {
  return {
    name: product.name,
    description: product.description ?? '',
    price: typedFromMinor(pricing.amount.value, locale),
    count: String(interval.count),
    unit: interval.unit,
    first: initialCharge ? typedFromMinor(initialCharge.amount.value, locale) : '',
    firstFor: initialCharge?.description ?? '',
  };
}
