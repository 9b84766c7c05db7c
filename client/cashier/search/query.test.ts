import { expect, test } from 'vitest';
import { listQuerySchema } from '../../../server/contract/payments.ts';
import { everything, queryOf, type Sought } from './query.ts';

const asked = (sought: Partial<Sought>) => Object.fromEntries(queryOf('1', { ...everything, ...sought }));

test('an empty form searches for all payments of the till', () => {
  expect(asked({})).toEqual({ till: '1' });
});

test('a search of all tills names none', () => {
  expect(asked({ everyTill: true, what: 'Tea' })).toEqual({ q: 'Tea' });
});

test('the text is trimmed, and cut to the length that the server accepts', () => {
  expect(asked({ what: '  12,50 ' })).toEqual({ till: '1', q: '12,50' });
  expect(asked({ what: 'x'.repeat(120) })['q']).toHaveLength(100);
  expect(asked({ what: '   ' })).toEqual({ till: '1' });
});

test('days are sent as dates, which the server reads as days of the shop; the last one is included', () => {
  expect(asked({ from: '2026-05-04', to: '2026-05-05' })).toMatchObject({
    from: '2026-05-04',
    to: '2026-05-06',
  });
});

test('the last day of a month, and half a date', () => {
  expect(asked({ to: '2026-12-31' })['to']).toBe('2027-01-01');
  expect(asked({ from: '2026-1', to: '' })).toEqual({ till: '1' });
});

test('the server accepts every field of the query', () => {
  const query = asked({ what: 'Latte', state: 'approved', from: '2026-05-04', to: '2026-05-04' });
  expect(listQuerySchema.parse(query)).toMatchObject({ q: 'Latte', state: 'approved' });
});
