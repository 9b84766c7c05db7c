// [P11] The same sale, started once more after the database that knew of it was lost: by another server, with the keys of the same shop.
import { expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '../simulator/simulator.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { anAgreement, anOrder, aPatientLine, settingsFor } from '../testing/vipps.ts';
import { connectVipps } from './connect.ts';
import { type Api, apis, type Order, ReferenceTaken } from './gateway.ts';

const credentials = {
  clientId: 'demo-client',
  clientSecret: 'demo-secret',
  subscriptionKey: 'demo-key',
  msn: '123456',
};
const reference = 'bill-1204';

/** A simulator, and servers of the same shop one after the other; Vipps' clock is hours away from theirs. */
async function open() {
  const clock = manualClock();
  const now = () => clock.nowMs() + 5 * 3_600_000;
  const simulator = await startSimulator({ credentials, now, faults: true });
  onTestFinished(() => simulator.close());
  const serve = () => {
    const deps = { clock, random: () => 0, version: '0', observe: () => undefined };
    const { gateway, close } = connectVipps(settingsFor(simulator.url), deps, aPatientLine());
    onTestFinished(close);
    return gateway;
  };
  const wanted = (api: Api, value = 49_900): Order =>
    anOrder({
      reference,
      api,
      amount: { value, currency: 'NOK' },
      agreement: api === 'recurring' ? anAgreement(value) : null,
      createdAtMs: clock.nowMs(),
      expiresAtMs: clock.steadyMs() + 600_000,
      qrExpiresAtMs: null,
    });
  async function approve(): Promise<void> {
    const [order] = (await (await fetch(`${simulator.url}/simulator/orders`)).json()) as {
      phoneUrl: string;
    }[];
    const phone = `${simulator.url}${new URL(order?.phoneUrl ?? '').pathname}`;
    await fetch(phone);
    await fetch(`${phone}/approve`, { method: 'POST', redirect: 'manual' });
  }
  return { clock, serve, wanted, approve };
}

test.each(apis)('over %s it is found as ours, and as paid', async (api) => {
  const { clock, serve, wanted, approve } = await open();
  await serve().start(wanted(api));
  await approve();
  await clock.advance(10 * 60_000);
  const [gateway, again] = [serve(), wanted(api)];
  await expect(gateway.start(again)).rejects.toBeInstanceOf(ReferenceTaken);
  expect(await gateway.poll(again)).toMatchObject({ isOurs: true, reservedAmount: 49_900 });
});

test.each(apis)('over %s it is another sale on the next day, or for another amount', async (api) => {
  const { clock, serve, wanted, approve } = await open();
  await serve().start(wanted(api));
  await approve();
  const gateway = serve();
  const dearer = wanted(api, 59_900);
  await expect(gateway.start(dearer)).rejects.toBeInstanceOf(ReferenceTaken);
  expect(await gateway.poll(dearer)).toMatchObject({ isOurs: false });
  await clock.advance(24 * 3_600_000);
  const tomorrow = wanted(api);
  await expect(gateway.start(tomorrow)).rejects.toBeInstanceOf(ReferenceTaken);
  expect(await gateway.poll(tomorrow)).toMatchObject({ isOurs: false });
});
