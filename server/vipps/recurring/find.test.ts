// [P11] An agreement that Vipps has not named to us is found by its first charge, and is ours only where that says so.
import { expect, test } from 'vitest';
import { manualClock } from '../../testing/manual-clock.ts';
import { scriptedSend } from '../../testing/scripted-send.ts';
import { anAgreement, anOrder, whoseSaying } from '../../testing/vipps.ts';
import { VippsRejected } from '../http/errors.ts';
import { createWhose } from '../origin.ts';
import { createFind } from './find.ts';
import { createRecurring } from './recurring.ts';

const madeMs = Date.parse('2026-05-06T07:08:09Z');
const clock = { steadyMs: () => 0 };
const whose = createWhose({ secret: 's', clock, vippsNowMs: () => madeMs });
const order = anOrder({
  api: 'recurring',
  agreement: anAgreement(49_900),
  createdAtMs: 1,
  expiresAtMs: 600_000,
  qrExpiresAtMs: null,
});
const created = { event: 'CREATE', occurred: '2026-05-06T07:08:09Z', idempotencyKey: whose.keyOf(order) };
const charge = {
  id: order.reference,
  agreementId: 'agr_1',
  externalAgreementId: order.reference,
  amount: 49_900,
  currency: 'NOK',
  description: 'First month',
  history: [created],
};
const found = (answer: unknown) => createFind(scriptedSend({ find: answer }).send, whose)(order);
const agreement = { id: 'agr_1', chargeId: order.reference };

test.each([
  ['with our key', charge],
  [
    'with a key that Vipps has made up',
    { ...charge, history: [{ ...created, idempotencyKey: `${order.reference}-agr_1-ProcessPayment` }] },
  ],
])('one %s is ours', async (_, answer) => {
  expect(await found(answer)).toEqual({ agreement, isOurs: true });
});

test.each([
  ['that does not go by our name', { ...charge, externalAgreementId: null }],
  ['of another amount', { ...charge, amount: 500 }],
  ['with another key', { ...charge, history: [{ ...created, idempotencyKey: 'of-a-web-shop' }] }],
  ['for something else', { ...charge, description: 'A newspaper' }],
  ['that does not say how it was made', { ...charge, history: [] }],
  ['of yesterday', { ...charge, history: [{ ...created, occurred: '2026-05-05T07:08:09Z' }] }],
])('one %s is another system’s', async (_, answer) => {
  expect(await found(answer)).toEqual({ agreement, isOurs: false });
});

test('none is there where Recurring itself says so, and nothing is known when it does not answer', async () => {
  const where = { method: 'GET', path: '/', requestId: 'r', status: 404 };
  expect(await found(new VippsRejected('gone', { ...where, code: 'not-found' }))).toBeNull();
  const page = new VippsRejected('gone', { ...where, code: null });
  await expect(found(page)).rejects.toBe(page);
  await expect(found({ ...charge, id: 'another' })).rejects.toThrow('another charge');
});

test('one without a first payment has nothing by which it could be found', async () => {
  const { send, sent } = scriptedSend({});
  expect(await createFind(send, whose)({ ...order, agreement: anAgreement() })).toBeNull();
  expect(sent).toEqual([]);
});

/** @param isOurs what is said of an agreement that may be anybody's. */
function gatewayWith(isOurs: boolean) {
  const { whose, asked } = whoseSaying(isOurs);
  const { send } = scriptedSend({ find: charge, details: { id: 'agr_1', status: 'PENDING' } });
  const notAskedFor = () => Promise.reject(new Error('not asked for'));
  const parts = { qr: { present: notAskedFor }, receipts: { send: notAskedFor }, clock: manualClock() };
  const urls = { fallbackUrl: 'https://a.example', agreementUrl: 'https://a.example' };
  return { gateway: createRecurring({ send, whose, ...parts, ...urls }), asked };
}

test('a poll names the agreement that it has found where that is ours, and none of another system', async () => {
  expect(await gatewayWith(true).gateway.poll(order)).toMatchObject({ isOurs: true, agreement });
  const another = await gatewayWith(false).gateway.poll(order);
  expect(another).toMatchObject({ isOurs: false });
  expect(another).not.toHaveProperty('agreement');
});

test('an agreement that Vipps has named to us is ours without a question, and needs no other name', async () => {
  const named = { ...order, agreement: { ...anAgreement(49_900), ...agreement } };
  const { gateway, asked } = gatewayWith(false);
  const shown = await gateway.poll(named);
  expect(shown).toMatchObject({ isOurs: true });
  expect(shown).not.toHaveProperty('agreement');
  expect(asked).toEqual([]);
});

test('[P2] whose a capture was is nothing to ask for beside the charge', async () => {
  expect(await gatewayWith(true).gateway.doneKeys(order)).toBeNull();
});
