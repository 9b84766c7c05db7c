import { describe, expect, test } from 'vitest';
import { nothingShown } from '../../testing/payments.ts';
import { noticing } from '../http/odd-answers.ts';
import { type Charge, chargeSchema, readAgreement } from './answers.ts';

type Status = Parameters<typeof readAgreement>[0]['status'];
const agreement = (status: Status) => ({ id: 'agr_1', status });

function charge(status: Charge['status'], money: Partial<Charge['summary']>, ...history: string[]): Charge {
  return {
    id: 'chr-1',
    status,
    amount: 4_900,
    summary: { captured: 0, refunded: 0, cancelled: 0, ...money },
    history: history.map((line) => {
      const [event = '', idempotencyKey = null, word] = line.split(' ');
      return { event, idempotencyKey, success: word !== 'failed' };
    }),
  };
}

describe('[P1] an agreement without a first payment', () => {
  test.each<[Status, object]>([
    ['PENDING', {}],
    ['ACTIVE', { accepted: true }],
    ['STOPPED', { cancelled: true, stopped: true }],
    ['EXPIRED', { expired: true }],
  ])('that is %s', (status, expected) => {
    expect(readAgreement(agreement(status), 'none', 100_000)).toEqual({
      ...nothingShown,
      doneKeys: null,
      ...expected,
    });
  });
});

describe('[P1] an agreement whose charge was not looked at', () => {
  test.each<[Status, object]>([
    ['PENDING', {}],
    ['ACTIVE', {}],
    ['EXPIRED', { expired: true }],
  ])('that is %s', (status, expected) => {
    expect(readAgreement(agreement(status), null, 100_000)).toEqual({
      ...nothingShown,
      doneKeys: null,
      ...expected,
    });
  });
});

const paid = { accepted: true, reservedAmount: 4_900, doneKeys: [] };

describe('[P1] an agreement that runs, with its first payment', () => {
  test.each<[string, Charge, object]>([
    ['not paid yet', charge('PENDING', {}), { doneKeys: [] }],
    ['declined', charge('FAILED', {}), { declined: true, doneKeys: [] }],
    ['reserved', charge('RESERVED', {}), paid],
    ['reserved, as its history tells', charge('PROCESSING', {}, 'RESERVE'), paid],
    ['not reserved by an attempt that failed', charge('DUE', {}, 'RESERVE - failed'), { doneKeys: [] }],
    [
      'captured in part, and the rest given back',
      charge('PARTIALLY_CAPTURED', { captured: 900, cancelled: 4_000 }, 'CAPTURE key-1'),
      { ...paid, capturedAmount: 900, releasedAmount: 4_000, doneKeys: ['key-1'] },
    ],
    [
      'refunded in part',
      charge('PARTIALLY_REFUNDED', { captured: 4_900, refunded: 100 }, 'REFUND key-2', 'CAPTURE key-1'),
      { ...paid, capturedAmount: 4_900, refundedAmount: 100, doneKeys: ['key-2', 'key-1'] },
    ],
    [
      'captured once, without the attempts that failed and what has no key',
      charge(
        'CHARGED',
        { captured: 4_900 },
        'REFUND key-2 failed',
        'CAPTURE key-1',
        'CAPTURE',
        'CANCEL key-0',
      ),
      { ...paid, capturedAmount: 4_900, doneKeys: ['key-1'] },
    ],
    ['given up before it was reserved', charge('CANCELLED', { cancelled: 4_900 }), { doneKeys: [] }],
  ])('%s', (_, shown, expected) => {
    expect(readAgreement(agreement('ACTIVE'), shown, 100_000)).toEqual({
      ...nothingShown,
      doneKeys: null,
      ...expected,
    });
  });
});

test('[P1] what is held or taken is never more than there was to pay', () => {
  const twice = { ...charge('CHARGED', { captured: 9_800, refunded: 9_800 }), amount: 9_800 };
  const bounded = { reservedAmount: 4_900, capturedAmount: 4_900, refundedAmount: 4_900 };
  expect(readAgreement(agreement('ACTIVE'), twice, 4_900)).toMatchObject(bounded);
});

describe('[P1] an agreement that was stopped', () => {
  test('before anything was captured has given everything back', () => {
    const freed = charge('CANCELLED', { cancelled: 4_900 }, 'RESERVE');
    expect(readAgreement(agreement('STOPPED'), freed, 100_000)).toMatchObject({
      accepted: false,
      cancelled: true,
      stopped: true,
      releasedAmount: 4_900,
    });
  });

  test('has given everything back, unless what its charge shows may be older than that', () => {
    const undecided = charge('PENDING', {}, 'CREATE');
    expect(readAgreement(agreement('STOPPED'), undecided, 100_000, true)).toMatchObject({
      cancelled: false,
      stopped: true,
    });
    expect(readAgreement(agreement('STOPPED'), undecided, 100_000)).toMatchObject({ cancelled: true });
  });

  test('by the customer holds what was reserved, until somebody releases it', () => {
    const left = charge('RESERVED', {}, 'RESERVE');
    expect(readAgreement(agreement('STOPPED'), left, 100_000)).toMatchObject({
      accepted: false,
      cancelled: false,
      stopped: true,
      reservedAmount: 4_900,
    });
  });

  test('after money was captured has given none of that back', () => {
    const taken = charge('CHARGED', { captured: 4_900 });
    expect(readAgreement(agreement('STOPPED'), taken, 100_000)).toMatchObject({
      accepted: false,
      cancelled: false,
      stopped: true,
    });
  });
});

test('a charge may say nothing of keys, and nothing but what we know of its state', () => {
  const bare = { event: 'CAPTURE', success: true };
  const shown = charge('CHARGED', {});
  expect(
    chargeSchema.safeParse({ ...shown, history: [bare, { ...bare, idempotencyKey: null }] }).success,
  ).toBe(true);
  expect(chargeSchema.safeParse({ ...shown, history: [{ event: 'CAPTURE' }] }).success).toBe(false);
  expect(chargeSchema.safeParse({ ...shown, status: 'LOST' }).success).toBe(false);
});

test('each event of a charge that is known is read and is nothing odd; one that nobody knows is left out', () => {
  const events = ['CREATE', 'RESERVE', 'CAPTURE', 'REFUND', 'CANCEL', 'FAIL'];
  const { history } = charge('CHARGED', {}, ...events);
  const told: string[] = [];
  const read = (all: object[]) =>
    noticing(
      (what) => told.push(what),
      () => chargeSchema.parse({ ...charge('CHARGED', {}), history: all }).history,
    );
  expect(read(history)).toEqual(history);
  expect(told).toEqual([]);
  expect(read([{ event: 'RECONCILE' }, ...history])).toEqual(history);
  expect(told).toHaveLength(1);
});
