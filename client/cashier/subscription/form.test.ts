import { expect, test } from 'vitest';
import { type Draft, type DraftFault, draftOf, emptyDraft, faultOf, fieldOf, termsOf } from './form.ts';

const club: Draft = { ...emptyDraft, name: 'Coffee club', price: '99' };
const nok = (value: number) => ({ value, currency: 'NOK' }) as const;

test('[P9] a form becomes terms in minor units, without the fields that were left empty', () => {
  expect(termsOf(club, 'NOK')).toEqual({
    product: { name: 'Coffee club' },
    pricing: { amount: nok(9_900) },
    interval: { unit: 'MONTH', count: 1 },
  });
});

test('a form that is filled in becomes terms with everything', () => {
  const draft: Draft = {
    name: ' Coffee club ',
    description: 'One a day',
    price: '1 149,50',
    count: '2',
    unit: 'WEEK',
    first: '49',
    firstFor: 'Joining fee',
  };
  expect(termsOf(draft, 'NOK')).toEqual({
    product: { name: 'Coffee club', description: 'One a day' },
    pricing: { amount: nok(114_950) },
    interval: { unit: 'WEEK', count: 2 },
    initialCharge: { amount: nok(4_900), description: 'Joining fee' },
  });
});

test('a first payment without a description is for the product', () => {
  expect(termsOf({ ...club, first: '49' }, 'NOK').initialCharge?.description).toBe('Coffee club');
});

test.each<[DraftFault | null, keyof Draft | null, Partial<Draft>]>([
  [null, null, {}],
  [null, null, { count: '31', first: '1' }],
  ['no_name', 'name', { name: '  ' }],
  ['no_price', 'price', { price: '' }],
  ['no_price', 'price', { price: 'much' }],
  ['price_too_little', 'price', { price: '0,99' }],
  ['price_too_much', 'price', { price: '650000,01' }],
  ['no_count', 'count', { count: '' }],
  ['no_count', 'count', { count: '0' }],
  ['no_count', 'count', { count: '32' }],
  ['no_count', 'count', { count: '1,5' }],
  ['no_first', 'first', { first: 'later' }],
  ['first_too_little', 'first', { first: '0' }],
  ['first_too_much', 'first', { first: '700000' }],
])('what is wrong is "%s", in the field "%s", with %o', (fault, field, change) => {
  const found = faultOf({ ...club, ...change });
  expect(found).toBe(fault);
  expect(found && fieldOf(found)).toBe(field);
});

test('a saved product fills in the form, from which the same terms come again', () => {
  const terms = {
    product: { name: 'Coffee club', description: 'One a day' },
    pricing: { amount: nok(14_950) },
    interval: { unit: 'WEEK', count: 2 },
    initialCharge: { amount: nok(4_900), description: 'Joining fee' },
  } as const;
  expect(draftOf(terms, 'nb-NO')).toMatchObject({ price: '149,50', count: '2', first: '49,00' });
  expect(termsOf(draftOf(terms, 'nb-NO'), 'NOK')).toEqual(terms);
});
