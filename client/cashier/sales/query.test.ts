import { expect, test } from 'vitest';
import { listQuerySchema } from '../../../server/contract.ts';
import { everything, queryOf, type Sought } from './query.ts';

const asked = (sought: Partial<Sought>) => Object.fromEntries(queryOf('1', { ...everything, ...sought }));

test('without a wish, everything of the till is sought', () => {
  expect(asked({})).toEqual({ till: '1' });
});

test('of every till, none is named', () => {
  expect(asked({ everyTill: true, what: 'Tea' })).toEqual({ q: 'Tea' });
});

test('what was written is sought without the spaces around it, and never more than the server takes', () => {
  expect(asked({ what: '  12,50 ' })).toEqual({ till: '1', q: '12,50' });
  expect(asked({ what: 'x'.repeat(120) })['q']).toHaveLength(100);
  expect(asked({ what: '   ' })).toEqual({ till: '1' });
});

test('the last day is sought to its end', () => {
  const { from = '', to = '' } = asked({ from: '2026-05-04', to: '2026-05-05' });
  expect(new Date(from)).toEqual(new Date(2026, 4, 4));
  expect(new Date(to)).toEqual(new Date(2026, 4, 6));
});

test('the last day of a month, and half a date', () => {
  expect(new Date(asked({ to: '2026-12-31' })['to'] ?? '')).toEqual(new Date(2027, 0, 1));
  expect(asked({ from: '2026-1', to: '' })).toEqual({ till: '1' });
});

test('the server understands all of it', () => {
  const query = asked({ what: 'Latte', state: 'approved', from: '2026-05-04', to: '2026-05-04' });
  expect(listQuerySchema.parse(query)).toMatchObject({ q: 'Latte', state: 'approved' });
});
