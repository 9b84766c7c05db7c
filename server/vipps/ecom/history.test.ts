import { describe, expect, test } from 'vitest';
import { nothingShown } from '../../testing/payments.ts';
import { historySchema, readHistory } from './history.ts';

describe('[P1] a history is read whole', () => {
  const entry = (
    operation: Parameters<typeof readHistory>[0][number]['operation'],
    { ok = true, amount = 500, id = 'x' as string | null } = {},
  ) => ({ operation, operationSuccess: ok, amount, ...(id === null ? {} : { transactionId: id }) });
  const once = (operation: 'CAPTURE', amount: number) => ({
    ...entry(operation, { amount }),
    requestId: 'key-1',
    timeStamp: '2026-11-30T12:00:00Z',
  });
  const scanned = { ...nothingShown, scanned: true };
  const reserved = { ...scanned, reservedAmount: 500 };
  const declined = entry('RESERVE', { ok: false });
  const initiate = entry('INITIATE');

  test.each([
    ['not scanned yet', [entry('INITIATE', { id: null })], nothingShown],
    ['not scanned: an empty id is none', [entry('INITIATE', { id: '' })], nothingShown],
    ['scanned: there is a transactionId', [initiate], scanned],
    ['declined', [declined, initiate], { ...scanned, declined: true }],
    ['declined sale', [entry('SALE', { ok: false }), initiate], { ...scanned, declined: true }],
    ['declined, then approved', [entry('RESERVE'), declined, initiate], reserved],
    ['reserved', [entry('RESERVE'), initiate], reserved],
    ['paid and captured in one', [entry('SALE'), initiate], { ...reserved, capturedAmount: 500 }],
    [
      'reserved, given back, and reserved again',
      [entry('RESERVE'), entry('VOID'), entry('RESERVE'), initiate],
      reserved,
    ],
    [
      'reserved and given back twice',
      [entry('VOID'), entry('RESERVE'), entry('VOID'), entry('RESERVE'), initiate],
      { ...reserved, cancelled: true, releasedAmount: 500 },
    ],
    ['told of one reservation twice', [entry('RESERVE'), entry('RESERVE'), initiate], reserved],
    [
      'told of one capture twice',
      [once('CAPTURE', 120), once('CAPTURE', 120), entry('RESERVE'), initiate],
      { ...reserved, capturedAmount: 120 },
    ],
    [
      'captured and refunded for more than there was to pay',
      [entry('REFUND', { amount: 900 }), entry('CAPTURE', { amount: 900 }), entry('RESERVE'), initiate],
      { ...reserved, capturedAmount: 500, refundedAmount: 500 },
    ],
    [
      'captured in parts',
      [entry('CAPTURE', { amount: 120 }), entry('CAPTURE', { amount: 80 }), entry('RESERVE'), initiate],
      { ...reserved, capturedAmount: 200 },
    ],
    [
      'not captured by an attempt that failed',
      [entry('CAPTURE', { ok: false }), entry('RESERVE'), initiate],
      reserved,
    ],
    [
      'refunded in parts, one of which failed',
      [
        entry('REFUND', { amount: 30 }),
        entry('REFUND', { ok: false }),
        entry('REFUND', { amount: 20 }),
        entry('CAPTURE'),
        entry('RESERVE'),
        initiate,
      ],
      { ...reserved, capturedAmount: 500, refundedAmount: 50 },
    ],
    [
      'cancelled before anybody scanned',
      [entry('CANCEL', { id: null })],
      { ...nothingShown, cancelled: true },
    ],
    [
      'not cancelled by an attempt that failed',
      [entry('CANCEL', { ok: false }), entry('RESERVE'), initiate],
      reserved,
    ],
    [
      'released',
      [entry('VOID'), entry('RESERVE'), initiate],
      { ...reserved, releasedAmount: 500, cancelled: true },
    ],
    [
      'captured in part, and the rest released',
      [entry('VOID', { amount: 300 }), entry('CAPTURE', { amount: 200 }), entry('RESERVE'), initiate],
      { ...reserved, capturedAmount: 200, releasedAmount: 300, cancelled: true },
    ],
    [
      'released, though another card is declined after it',
      [declined, entry('VOID'), entry('RESERVE'), initiate],
      { ...reserved, releasedAmount: 500, cancelled: true },
    ],
    [
      'paid and captured in one, and given back',
      [entry('VOID'), entry('SALE'), initiate],
      { ...reserved, capturedAmount: 500, releasedAmount: 500, cancelled: true },
    ],
    ['not released by a cancel that came before it', [entry('RESERVE'), entry('CANCEL'), initiate], reserved],
    ['not released by an attempt that failed', [entry('VOID', { ok: false }), entry('RESERVE')], reserved],
  ])('%s', (_, history, expected) => {
    const { doneKeys: _keys, pspReference: _id, ...shown } = readHistory(history, 500);
    expect(shown).toEqual(expected);
  });
});

test('what Vipps calls the payment is the newest transaction that has a plain name', () => {
  const named = (transactionId: string | null) => ({
    operation: 'INITIATE' as const,
    operationSuccess: true,
    amount: 500,
    transactionId,
  });
  expect(readHistory([named(null), named('5001446662'), named('1')], 500)).toMatchObject({
    pspReference: '5001446662',
  });
  for (const none of [null, '', 'an id with canary in it']) {
    expect(readHistory([named(none)], 500)).not.toHaveProperty('pspReference');
  }
});

const reserve = { operation: 'RESERVE' as const, operationSuccess: true, amount: 500 };

test.each([
  ['one request once', { requestId: 'key-1' }, 120],
  ['one transaction and time once', { transactionId: '5', timeStamp: '2026-11-30T12:00:00Z' }, 120],
  ['one transaction, at times that are not told, twice', { transactionId: '5' }, 240],
  ['one transaction, at times that are null, twice', { transactionId: '5', timeStamp: null }, 240],
  ['one time, and of no transaction, twice', { timeStamp: '2026-11-30T12:00:00Z' }, 240],
  ['nothing that they have in common twice', {}, 240],
])('[P1] two captures of one amount count as %s', (_, named, capturedAmount) => {
  const capture = { operation: 'CAPTURE' as const, operationSuccess: true, amount: 120, ...named };
  expect(readHistory([capture, { ...capture }, reserve], 500)).toMatchObject({ capturedAmount });
});

test('[P1] an operation that nobody knows is left out of a history, and its entry is not read', () => {
  expect(historySchema.parse([{ operation: 'RECONCILE' }, reserve])).toEqual([reserve]);
});
