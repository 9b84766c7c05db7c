import { expect, test } from 'playwright/test';
import { Shop } from '../shop/shop.ts';

const sale = { amount: { value: 24_900, currency: 'NOK' }, text: 'Two coffees' };
/** The last word that it prints. */
const keyIn = (printed: string) => ({ authorization: `Bearer ${printed.trim().split(/\s/).at(-1)}` });

test('[P8] a POS sells with a key that is made, rotated and removed while the server runs', async () => {
  const shop = await Shop.open();
  try {
    const pos = keyIn(await shop.command('keys', 'add', 'Checkout', '--till', '1'));
    const started = await shop.api('POST', '/tills/1/payments', sale, pos);
    expect(started).toMatchObject({ status: 201, body: { state: 'presented' } });
    const { reference } = started.body;
    await shop.phone.act((await shop.vipps.order(reference)).phoneUrl, 'approve');
    const path = `/payments/${reference}`;
    await expect
      .poll(async () => (await shop.api('GET', path, undefined, pos)).body.capture)
      .toBe('captured');
    const refund = await shop.api('POST', `${path}/refund`, { amount: sale.amount }, pos);
    expect(refund).toMatchObject({ status: 200, body: { refundedAmount: 24_900 } });
    const { events } = (await shop.api('GET', `${path}/events`, undefined, pos)).body;
    const byPos = { kind: 'key', name: 'Checkout' };
    expect(events).toContainEqual(expect.objectContaining({ name: 'created', by: byPos }));
    expect(events).toContainEqual(expect.objectContaining({ name: 'refund', by: byPos }));
    expect((await shop.api('GET', '/staff', undefined, pos)).status).toBe(403);

    expect(await shop.command('keys', 'list')).toMatch(
      / till 1 {2}sell,refund,read {2}does not expire {2}last used \S+ {2}Checkout/,
    );
    const rotated = keyIn(await shop.command('keys', 'rotate', 'checkout', '--overlap', '1h'));
    for (const key of [pos, rotated]) {
      expect((await shop.api('GET', path, undefined, key)).status).toBe(200);
    }
    const last = keyIn(await shop.command('keys', 'rotate', 'Checkout', '--overlap', '0'));
    const statuses = [pos, rotated, last].map(async (key) => shop.api('GET', path, undefined, key));
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([401, 401, 200]);
    await shop.command('keys', 'remove', 'checkout');
    expect(await shop.api('POST', '/tills/1/payments', sale, last)).toMatchObject({
      status: 401,
      body: { error: { code: 'not_signed_in' } },
    });
  } finally {
    await shop.close();
  }
});

test('[P8] a person who is added while the server runs can sign in, until their PIN is changed', async () => {
  const shop = await Shop.open();
  const signIn = (pin: string) => shop.api('POST', '/session', { name: 'Anna', pin }, {});
  try {
    expect((await signIn('274913')).status).toBe(401);
    await shop.server.staffCommand('274913', 'add', 'Anna', '--role', 'cashier');
    expect(await signIn('274913')).toMatchObject({ status: 200, body: { name: 'Anna', role: 'cashier' } });
    await shop.server.staffCommand('385062', 'reset-pin', 'anna');
    expect((await signIn('274913')).status).toBe(401);
    expect((await signIn('385062')).status).toBe(200);
    expect(await shop.command('staff', 'list')).toMatch(/cashier .* Anna/);
    await shop.command('staff', 'remove', 'Anna');
    expect((await signIn('385062')).status).toBe(401);
  } finally {
    await shop.close();
  }
});
