// What people and tills see of a database that does not work, and that the shop goes on once it is mended.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorSchema } from './contract/payments.ts';
import { rememberedMs } from './http/health.ts';
import { aBreakableStore, type Breakage, breakages } from './testing/breakable-store.ts';
import { aServer, type TestServer } from './testing/http.ts';
import { seen } from './testing/payments.ts';

const sale = { amount: { value: 24_900, currency: 'NOK' }, text: 'Coffee' };
const path = '/api/tills/1/payments';

const says: Record<Breakage, string> = {
  full: 'The payment database cannot be written: the disk is full.',
  locked: 'The payment database cannot be written: another program has locked it.',
  read_only: 'The payment database cannot be written: it is read-only.',
  corrupt: 'The payment database is damaged.',
};
/** A damaged page cannot be read either; in the other cases the screens go on. */
const canBeRead = (how: Breakage) => how !== 'corrupt';

let shop: Awaited<ReturnType<typeof aBreakableStore>>;
let server: TestServer;
beforeEach(async () => {
  shop = await aBreakableStore();
  server = await aServer({ store: shop.store });
});
afterEach(async () => {
  await server.close();
  shop.remove();
});

describe.each(breakages)('[P2] with a database that is %s', (how) => {
  it('a sale is refused with the reason, Vipps hears nothing, and the next one works once it is mended', async () => {
    const mend = shop.breakDown(how);
    const refused = await server.post(path, sale, { 'idempotency-key': 'once' });
    expect(refused.status).toBe(503);
    const message = `${says[how]} Try again under the same key: nothing is done twice.`;
    expect(errorSchema.parse(refused.body).error).toEqual({ code: 'storage_unavailable', message });
    expect(refused.headers.get('retry-after')).toBe('5');
    mend();
    expect(server.vipps.calls).toEqual([]);
    expect(await server.call('GET', '/api/payments?till=1')).toMatchObject({ body: { payments: [] } });
    const answer = await server.post(path, sale, { 'idempotency-key': 'once' });
    expect(answer).toMatchObject({ status: 201, body: { state: 'presented' } });
    expect(server.vipps.count('start')).toBe(1);
  });

  it('the server is not ready, until it is mended', async () => {
    const ready = async () => {
      // What the last check found is no longer told.
      await server.clock.advance(rememberedMs);
      return (await server.call('GET', '/readyz')).status;
    };
    expect(await ready()).toBe(200);
    const mend = shop.breakDown(how);
    expect(await ready()).toBe(503);
    expect((await server.call('GET', '/healthz')).status).toBe(200);
    mend();
    expect(await ready()).toBe(200);
  });

  it('[P6] an open payment stays on the screens, and what happened to it is seen once it is mended', async () => {
    const reference = await server.start();
    const mend = shop.breakDown(how);
    server.vipps.polled = seen({ scanned: true, reservedAmount: 24_900 });
    await server.clock.advance(30_000);
    // A screen keeps what it shows; what is stored is older than what Vipps has shown since.
    const answer = { status: 503, body: { error: { code: 'storage_unavailable' } } };
    expect(await server.call('GET', '/api/tills/1/payment')).toMatchObject(answer);
    const { status } = await server.call('GET', `/api/payments/${reference}`);
    expect(status).toBe(canBeRead(how) ? 200 : 503);
    expect(server.vipps.count('capture')).toBe(0);
    mend();
    await server.clock.advance(3_000);
    const { body } = await server.call('GET', `/api/payments/${reference}`);
    expect(body).toMatchObject({ state: 'approved', capture: 'captured', problem: null });
    expect(server.vipps.count('capture')).toBe(1);
  });

  it('[P2] a refund that is refused was not begun, and works once it is mended', async () => {
    server.vipps.polled = seen({ scanned: true, reservedAmount: 24_900 });
    const reference = await server.start();
    await server.clock.advance(2_000);
    const refund = () =>
      server.post(`/api/payments/${reference}/refund`, { amount: sale.amount }, { 'idempotency-key': 'r' });
    const mend = shop.breakDown(how);
    expect(await refund()).toMatchObject({ status: 503, body: { error: { code: 'storage_unavailable' } } });
    expect(server.vipps.count('refund')).toBe(0);
    mend();
    expect(await refund()).toMatchObject({ status: 200, body: { refundedAmount: 24_900 } });
    expect(server.vipps.count('refund')).toBe(1);
  });
});
