import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { firstCharge, openDrafted, openSubscriptions } from '../testing/recurring.ts';

describe('a late approval of an agreement', () => {
  test.each(['stopped', 'refused'])('that was %s makes it active, with its money held', async (end) => {
    const { recurring, press, approveLate, id, chargeId, standing } = await openDrafted();
    if (end === 'stopped') await recurring.stop(id, 'key-1');
    else await press(id, 'cancel');
    expect((await approveLate('sub-1', 'reserve')).status).toBe(204);
    expect(await standing()).toEqual(['ACTIVE', 'RESERVED', 0, 0, 0]);
    expect((await recurring.stop(id, 'key-2')).status).toBe(204);
    expect(await standing()).toEqual(['STOPPED', 'CANCELLED', 0, 0, 49900]);
    expect((await recurring.capture(id, chargeId, 100, 'key-3')).status).toBe(400);
  });

  test('can take the money at once, which can only be refunded then', async () => {
    const { recurring, approveLate, id, chargeId, standing } = await openDrafted();
    await recurring.stop(id, 'key-1');
    expect((await approveLate(id, 'sale')).status).toBe(204);
    expect(await standing()).toEqual(['ACTIVE', 'CHARGED', 49900, 0, 0]);
    expect((await recurring.stop(id, 'key-2')).status).toBe(204);
    expect((await recurring.refund(id, chargeId, 49900, 'key-3')).status).toBe(204);
    expect(await standing()).toEqual(['STOPPED', 'REFUNDED', 49900, 49900, 0]);
  });

  test('without a first payment makes it active; once', async () => {
    const { recurring, approveLate, id, status } = await openDrafted({ initialCharge: undefined });
    expect((await approveLate(id, 'reserve')).status).toBe(400);
    await recurring.stop(id, 'key-1');
    expect((await approveLate(id, 'reserve')).status).toBe(204);
    expect(await status()).toBe('ACTIVE');
    expect((await approveLate(id, 'reserve')).status).toBe(400);
    await recurring.stop(id, 'key-2');
    expect((await approveLate(id, 'reserve')).status).toBe(400);
    expect(await status()).toBe('STOPPED');
  });
});

test.each([
  { initialCharge: { ...firstCharge, orderId: 'till-1-a', externalId: 'box-1' }, productDescription: 'Hot' },
  { initialCharge: undefined, externalId: undefined, isApp: true },
  { pricing: { type: 'VARIABLE', suggestedMaxAmount: 30000, currency: 'EUR' }, countryCode: 'FI' },
])('an agreement survives a restart, with the keys of its calls (%j)', async (more) => {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const ledgerFile = join(folder, 'orders.json');
  const before = await openDrafted(more, { ledgerFile });
  const { id, drafted } = before;
  const look = async ({ recurring }: Pick<typeof before, 'recurring'>) => {
    const { vippsConfirmationUrl: _, ...rest } = (await recurring.get(id)).body;
    return [rest, (await recurring.charges(id)).body];
  };
  await before.press(id, 'approve');
  await before.recurring.stop(id, 'key-1');
  const seen = await look(before);
  await before.simulator.close();

  const after = await openSubscriptions({ ledgerFile });
  expect(await look(after)).toEqual(seen);
  expect(seen[0]).toMatchObject({ status: 'STOPPED' });
  expect((await after.recurring.stop(id, 'key-1')).status).toBe(204);
  expect(await after.recurring.draft('sub-1', more)).toMatchObject({ status: 201, body: drafted });
  expect(await after.orders()).toHaveLength(1);
});
