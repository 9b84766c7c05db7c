import { describe, expect, test } from 'vitest';
import { historySchema } from './ecom/history.ts';
import { noticing, onceEach } from './http/odd-answers.ts';
import { chargeSchema } from './recurring/answers.ts';

const reserve = { operation: 'RESERVE', operationSuccess: true, amount: 24_900 };
const strange = { operation: 'RECONCILE', operationSuccess: true, amount: 1 };

/** What is read, or false where it cannot be; and what was odd about it. */
function read(history: unknown) {
  const told: string[] = [];
  const { success, data } = noticing(
    (what) => told.push(what),
    () => historySchema.safeParse(history),
  );
  return { entries: success && data, told };
}

describe('of the history of an order', () => {
  test('an empty entry and one that nobody knows are left out, and told', () => {
    const { entries, told } = read([strange, null, undefined, reserve, strange]);
    expect(entries).toEqual([reserve]);
    expect(told).toEqual([
      'an entry in the history whose operation nobody knows: RECONCILE',
      'an empty entry in the history',
    ]);
  });

  test('what an entry has beside what is known is no matter', () => {
    expect(read([{ ...reserve, addedInVersion: 9, requestId: 12 }])).toEqual({
      entries: [{ ...reserve, requestId: '12' }],
      told: [],
    });
  });

  test('an operation that is not in capitals is what it says', () => {
    const { entries, told } = read([{ ...reserve, operation: 'Reserve' }]);
    expect(entries).toEqual([reserve]);
    expect(told).toEqual(['the operation of an entry in the history is not in capitals']);
  });

  test('[P7] the name of an operation is told only where it is a plain name', () => {
    const { told } = read([{ ...strange, operation: 'eyJ0.canary token=1' }, reserve]);
    expect(told).toEqual(['an entry in the history whose operation nobody knows: of another kind']);
  });

  test.each<[string, unknown]>([
    ['an amount that is none', [{ ...reserve, amount: 'a lot' }]],
    ['an amount below nothing', [{ ...reserve, amount: -1 }]],
    ['no word whether it was done', [{ operation: 'RESERVE', amount: 1 }]],
    ['no operation, beside a good entry', [{ operationSuccess: true, amount: 1 }, reserve]],
    ['an operation that is no word', [{ ...reserve, operation: 7 }, reserve]],
    ['an entry that is none', ['RESERVE', reserve]],
    ['nothing that is known', [strange, null]],
    ['nothing at all', []],
    ['no list', { 0: reserve }],
  ])('[P1] what decides about money is read strictly: %s', (_, history) => {
    expect(read(history).entries).toBe(false);
  });
});

describe('of the history of a charge', () => {
  const charge = {
    id: 'chr-1',
    status: 'RESERVED',
    amount: 24_900,
    summary: { captured: 0, refunded: 0, cancelled: 0 },
  };
  const good = { event: 'RESERVE', success: true, idempotencyKey: 'k' };

  test('an empty event and one that nobody knows are left out', () => {
    const history = [null, { event: 'RECONCILE' }, good];
    expect(chargeSchema.parse({ ...charge, history })).toMatchObject({ history: [good] });
  });

  test.each([[{ event: 'CAPTURE' }], [{ success: true }], ['CAPTURE']])(
    '[P1] an event about money is read strictly: %j',
    (event) => {
      expect(chargeSchema.safeParse({ ...charge, history: [event, good] }).success).toBe(false);
    },
  );
});

test('what is odd again and again is told once, and no more than so many different things', () => {
  const told: string[] = [];
  const tell = onceEach(({ call, what }) => told.push(`${call} ${what}`), 3);
  for (let second = 0; second < 100; second += 1) tell({ call: 'details', what: 'a' });
  for (const what of ['b', 'c', 'd', 'e']) tell({ call: 'qr', what });
  expect(told).toEqual(['details a', 'qr b', 'qr c']);
});
