import { describe, expect, test } from 'vitest';
import { openTill, type Till } from '../testing/till.ts';

const orderId = 'till-1-a';

/** An order that the merchant has cancelled, on which the customer's approval then goes through. */
async function approvedLate(kind: 'reserve' | 'sale'): Promise<Till> {
  const till = await openTill();
  await till.initiate(orderId);
  await till.cancel(orderId);
  expect((await till.approveLate(orderId, kind)).status).toBe(204);
  return till;
}

const state = async ({ orders }: Till) => (await orders())[0].state;
const operations = async ({ details }: Till) =>
  (await details(orderId)).body.transactionLogHistory.map(
    ({ operation }: { operation: string }) => operation,
  );

test('an approval that outlives a cancel is in the history after it, and its money is held', async () => {
  const till = await approvedLate('reserve');
  expect(await operations(till)).toEqual(['RESERVE', 'CANCEL', 'INITIATE']);
  expect(await state(till)).toMatchObject({ opened: true, reserved: 49900, captured: 0, cancelled: false });
  const [entry] = (await till.details(orderId)).body.transactionLogHistory;
  expect(entry).toMatchObject({ amount: 49900, operationSuccess: true, transactionId: expect.any(String) });
});

test('what was reserved late is released by another cancel, once', async () => {
  const till = await approvedLate('reserve');
  expect((await till.cancel(orderId)).status).toBe(200);
  expect(await operations(till)).toEqual(['VOID', 'RESERVE', 'CANCEL', 'INITIATE']);
  expect(await state(till)).toMatchObject({ captured: 0, cancelled: true });
  expect((await till.cancel(orderId)).body[0].errorCode).toBe('52');
  expect((await till.capture(orderId, 0, 'key-1')).body[0].errorCode).toBe('62');
});

test('what was sold late cannot be cancelled, but refunded', async () => {
  const till = await approvedLate('sale');
  expect(await state(till)).toMatchObject({ reserved: 49900, captured: 49900, cancelled: false });
  expect((await till.cancel(orderId)).body[0].errorCode).toBe('51');
  expect((await till.refund(orderId, 0, 'key-1')).status).toBe(200);
  expect(await state(till)).toMatchObject({ captured: 49900, refunded: 49900 });
});

test('only an order that was cancelled before it was paid is approved late, and only once', async () => {
  const till = await openTill();
  const late = (kind: string) => till.approveLate(orderId, kind);
  expect((await late('sale')).status).toBe(404);
  await till.initiate(orderId);
  expect((await late('sale')).status).toBe(400);
  expect((await late('never')).status).toBe(400);
  await till.press(orderId, 'approve');
  await till.cancel(orderId);
  expect((await late('sale')).status).toBe(400);
  expect(await operations(till)).toEqual(['VOID', 'RESERVE', 'INITIATE']);
  // With eCom, what was given back is reserved once more.
  expect((await late('reserve')).status).toBe(204);
  expect(await operations(till)).toEqual(['RESERVE', 'VOID', 'RESERVE', 'INITIATE']);
  expect(await state(till)).toMatchObject({ cancelled: false });
  expect((await till.cancel(orderId)).status).toBe(200);
  expect(await operations(till)).toEqual(['VOID', 'RESERVE', 'VOID', 'RESERVE', 'INITIATE']);
  expect((await till.cancel(orderId)).body[0].errorCode).toBe('52');
  expect((await late('reserve')).status).toBe(204);
  await till.initiate('till-1-b');
  await till.cancel('till-1-b');
  expect((await till.approveLate('till-1-b', 'sale')).status).toBe(204);
  expect((await till.approveLate('till-1-b', 'sale')).status).toBe(400);
});

describe('a late approval of an ePayment payment', () => {
  const reference = 'till-1-aaa';
  const look = async ({ epayment }: Till) => {
    const { state, aggregate } = (await epayment.get(reference)).body;
    return [state, aggregate.authorizedAmount.value, aggregate.cancelledAmount.value];
  };

  test.each(['terminated', 'aborted'])(
    'that was %s holds money, which another cancel releases',
    async (end) => {
      const till = await openTill();
      await till.epayment.create(reference);
      if (end === 'terminated') await till.epayment.cancel(reference, 'key-1');
      else await till.press(reference, 'cancel');
      expect((await till.approveLate(reference, 'reserve')).status).toBe(204);
      expect(await look(till)).toEqual(['AUTHORIZED', 49900, 0]);
      const names = (await till.epayment.events(reference)).body.map(({ name }: { name: string }) => name);
      expect(names).toEqual(['CREATED', end.toUpperCase(), 'AUTHORIZED']);
      expect((await till.epayment.cancel(reference, 'key-2')).status).toBe(200);
      expect(await look(till)).toEqual(['AUTHORIZED', 49900, 49900]);
    },
  );

  test('takes no money at once: there is no direct capture', async () => {
    const till = await openTill();
    await till.epayment.create(reference);
    await till.epayment.cancel(reference, 'key-1');
    expect((await till.approveLate(reference, 'sale')).status).toBe(400);
    expect((await till.epayment.get(reference)).body.state).toBe('TERMINATED');
  });
});
