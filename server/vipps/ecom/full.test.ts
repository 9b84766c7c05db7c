// What eCom offers beyond a plain sale: pixels, partial captures and the release of the rest, receipts, callbacks that can be told.
import { expect, onTestFinished, test } from 'vitest';
import { openTill } from '../../simulator/testing/till.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { anOrder, aPatientLine, settingsFor } from '../../testing/vipps.ts';
import { connectVipps, type VippsSettings } from '../connect.ts';

const order = anOrder();
const all = order.amount.value;

async function setUp(bent: Partial<VippsSettings> = {}) {
  const told: { url: string; headers: Record<string, string> }[] = [];
  const simulator = await openTill({
    post: async ({ url, headers }) => {
      told.push({ url, headers });
    },
  });
  const { gateway, close, callbackToken } = connectVipps(
    settingsFor(simulator.url, bent),
    { clock: manualClock(), random: () => 0, version: '1.2.3', observe: () => undefined },
    aPatientLine(),
  );
  onTestFinished(close);
  return { ...simulator, gateway, callbackToken, told };
}

test('the code comes in pixels where displays want them', async () => {
  const { gateway } = await setUp({ qrFormat: 'png' });
  const { image } = await gateway.start(order);
  expect(image.contentType).toBe('image/png');
  // Width and height stand at the beginning of a PNG.
  expect([image.bytes.readUInt32BE(16), image.bytes.readUInt32BE(20)]).toEqual([1_000, 1_000]);
});

test('[P2] is captured in parts, and the rest goes back once', async () => {
  const { gateway, press, orders } = await setUp();
  await gateway.start(order);
  await press(order.reference, 'approve');
  await gateway.capture(order, { amountMinor: 20_000, key: 'key-1' });
  expect(await gateway.capture(order, { amountMinor: 5_000, key: 'key-2' })).toEqual({
    capturedAmount: 25_000,
  });
  await gateway.release(order, { amountMinor: all - 25_000, key: 'key-3' });
  expect(await gateway.poll(order)).toMatchObject({ capturedAmount: 25_000, releasedAmount: all - 25_000 });
  await expect(gateway.capture(order, { amountMinor: 100, key: 'key-4' })).rejects.toMatchObject({
    code: '61',
  });
  expect((await orders())[0].state).toMatchObject({ captured: 25_000 });
});

test('is given back whole when nothing was captured', async () => {
  const { gateway, press } = await setUp();
  await gateway.start(order);
  await press(order.reference, 'approve');
  await gateway.release(order, { amountMinor: all, key: 'key-1' });
  expect(await gateway.poll(order)).toMatchObject({ cancelled: true, releasedAmount: all });
});

test('the order lines of a paid sale get to Vipps', async () => {
  const { gateway, press, orders } = await setUp();
  const lines = [{ name: 'Socks', quantity: 1, amount: order.amount, taxPercentage: 25 }];
  await gateway.start({ ...order, lines });
  await press(order.reference, 'approve');
  await gateway.sendReceipt({ ...order, lines });
  expect((await orders())[0].receipt).toMatchObject({
    orderLines: [{ name: 'Socks', totalAmount: all, totalTaxAmount: 9_980, taxPercentage: 25 }],
    bottomLine: { currency: 'NOK' },
  });
});

test('[P8] Vipps sends the token of the order along when something has happened to it', async () => {
  const { gateway, press, callbackToken, told } = await setUp({
    callbackUrl: 'http://127.0.0.1:9/api/callbacks/ecom',
  });
  await gateway.start(order);
  await press(order.reference, 'approve');
  await expect.poll(() => told).toHaveLength(1);
  expect(told[0]?.url).toBe(`http://127.0.0.1:9/api/callbacks/ecom/v2/payments/${order.reference}`);
  const sent = Object.entries(told[0]?.headers ?? {}).find(
    ([name]) => name.toLowerCase() === 'authorization',
  );
  expect(sent?.[1]).toBe(callbackToken(order));
});
