// [P11] Whose an ePayment is: its events say how it was made, until its code has been shown, which is made for nobody else.
import { expect, test } from 'vitest';
import { scriptedSend } from '../../testing/scripted-send.ts';
import { anOrder, whoseSaying } from '../../testing/vipps.ts';
import { createEpayment } from './epayment.ts';

const seen = anOrder({ reference: 'till-1', api: 'epayment' });
const unseen = { ...seen, qrExpiresAtMs: null };
const nothing = { value: 0 };
const payment = {
  reference: 'till-1',
  state: 'AUTHORIZED',
  amount: { currency: 'NOK', value: 49_900 },
  aggregate: {
    authorizedAmount: { value: 49_900 },
    cancelledAmount: nothing,
    capturedAmount: nothing,
    refundedAmount: nothing,
  },
};
const created = {
  name: 'CREATED',
  amount: { currency: 'NOK', value: 500 },
  timestamp: '2026-05-06T07:08:09Z',
  idempotencyKey: 'key-1',
};

/** @param isOurs what is said of a payment that may be anybody's. */
function over(isOurs: boolean, details: object, events: object[] = [created]) {
  const { whose, asked } = whoseSaying(isOurs);
  const { send, sent } = scriptedSend({ details, events });
  const fetchImage = () => Promise.reject(new Error('not asked for'));
  const gateway = createEpayment({ send, qr: { fetchImage }, qrFormat: 'svg', whose });
  return { gateway, asked, called: () => sent.map(({ name }) => name) };
}

test.each([true, false])(
  'a payment whose code nobody has seen is told by how it was made: %s',
  async (isOurs) => {
    const other = { ...payment, amount: { currency: 'NOK', value: 500 } };
    const { gateway, asked } = over(isOurs, other, [{ name: 'AUTHORIZED' }, created]);
    expect(await gateway.poll(unseen)).toMatchObject({ isOurs, reservedAmount: 49_900 });
    const madeAtMs = Date.parse('2026-05-06T07:08:09Z');
    const origin = { amount: 500, currency: 'NOK', madeAtMs, key: 'key-1', text: null };
    expect(asked).toEqual([[unseen, origin, 'Socks']]);
  },
);

test('events without the making of their payment tell nothing of it', async () => {
  const { gateway, asked } = over(false, payment, [{ name: 'AUTHORIZED' }]);
  expect(await gateway.poll(unseen)).toMatchObject({ isOurs: false });
  expect(asked).toEqual([[unseen, null, 'Socks']]);
});

test.each([
  ['that says its amount', payment],
  ['that says none', { ...payment, amount: null }],
])('a payment whose code was shown, and %s, is ours without a question', async (_, details) => {
  const { gateway, asked, called } = over(false, details);
  expect(await gateway.poll(seen)).toMatchObject({ isOurs: true });
  expect(asked).toEqual([]);
  expect(called()).toEqual(['details']);
});

test.each([
  ['amount', { currency: 'NOK', value: 50_000 }],
  ['currency', { currency: 'DKK', value: 49_900 }],
])('[P1] a payment whose code was shown, and that has another %s, is another', async (_, amount) => {
  const { gateway } = over(true, { ...payment, amount });
  await expect(gateway.poll(seen)).rejects.toMatchObject({
    name: 'VippsInvalidResponse',
    message: 'GET /epayment/v1/payments/till-1: another payment',
  });
});
