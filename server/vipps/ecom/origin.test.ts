// [P11] Whose an eCom order is: its history says how it was made, until its code has been shown, which is made for nobody else.
import { expect, test } from 'vitest';
import { scriptedSend } from '../../testing/scripted-send.ts';
import { anOrder, whoseSaying } from '../../testing/vipps.ts';
import { createEcom } from './ecom.ts';

const seen = anOrder({ reference: 'till-1', text: 'x'.repeat(120) });
const unseen = { ...seen, qrExpiresAtMs: null };
const made = {
  operation: 'INITIATE',
  operationSuccess: true,
  amount: 49_900,
  timeStamp: '2026-05-06T07:08:09Z',
  transactionText: 'Socks',
};
const reserved = { operation: 'RESERVE', operationSuccess: true, amount: 49_900 };

/** @param isOurs what is said of an order that may be anybody's. */
function over(isOurs: boolean, ...transactionLogHistory: object[]) {
  const { whose, asked } = whoseSaying(isOurs);
  const notAskedFor = () => Promise.reject(new Error('not asked for'));
  const gateway = createEcom({
    send: scriptedSend({ details: { transactionLogHistory } }).send,
    qr: { present: notAskedFor },
    receipts: { send: notAskedFor },
    whose,
    merchantSerialNumber: '123456',
    fallbackUrl: 'https://shop.example',
    callbackUrl: 'https://shop.example',
    callbackToken: () => 't',
  });
  return { gateway, asked };
}

test.each([true, false])(
  'an order whose code nobody has seen is told by how it was made: %s',
  async (isOurs) => {
    const { gateway, asked } = over(isOurs, reserved, { ...made, amount: 500 });
    expect(await gateway.poll(unseen)).toMatchObject({ isOurs });
    const origin = {
      amount: 500,
      currency: 'NOK',
      madeAtMs: Date.parse('2026-05-06T07:08:09Z'),
      key: null,
      text: 'Socks',
    };
    // As it was sent: cut to what eCom takes.
    expect(asked).toEqual([[unseen, origin, 'x'.repeat(100)]]);
  },
);

test.each(['', null, undefined])('an order without a text (%j) tells none', async (transactionText) => {
  const { gateway, asked } = over(false, reserved, { ...made, transactionText });
  await gateway.poll(unseen);
  expect(asked[0]?.[1]).toMatchObject({ amount: 49_900, text: null });
});

test('a history without the making of its order tells nothing of it', async () => {
  const { gateway, asked } = over(false, reserved);
  expect(await gateway.poll(unseen)).toMatchObject({ isOurs: false });
  expect(asked).toEqual([[unseen, null, 'x'.repeat(100)]]);
});

test('an order whose code was shown is ours without a question, unless it was made for another amount', async () => {
  for (const history of [[made], [reserved]]) {
    const { gateway, asked } = over(false, ...history);
    expect(await gateway.poll(seen)).toMatchObject({ isOurs: true });
    expect(asked).toEqual([]);
  }
  const dearer = over(true, reserved, { ...made, amount: 50_000 }).gateway.poll(seen);
  await expect(dearer).rejects.toMatchObject({
    name: 'VippsInvalidResponse',
    message: 'GET /ecomm/v2/payments/till-1/details: details of another order',
  });
});
