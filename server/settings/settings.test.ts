// What managers set: that it counts at once and after a restart, and what the configuration decides on.
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { SettingChanges, ShopSettings } from '../contract/settings.ts';
import { signedIn } from '../testing/access.ts';
import { aServer, type TestServer } from '../testing/http.ts';
import { seen } from '../testing/payments.ts';
import { aPng } from '../testing/settings/settings.ts';
import { aStore } from '../testing/store.ts';
import { till } from '../testing/till.ts';

const there = { ...till, id: '3', shop: 'bergen' };
const path = `/api/shops/${till.shop}/settings`;

let server: TestServer;
async function serve(options: Parameters<typeof aServer>[0] = {}): Promise<void> {
  server = await aServer({ tills: [till, there], ...options });
  onTestFinished(() => server.close());
}
beforeEach(() => serve());

const change = (changes: SettingChanges) => server.patch(path, changes);
const settings = async () => (await server.call('GET', path)).body as ShopSettings;
const poll = async (id: string) =>
  (await server.call('GET', `/api/tills/${id}/payment`)).body as { till: typeof till };
const wrong = { error: { code: 'invalid_request' } };

describe('a change', () => {
  test('counts for the tills of its shop at once, and for no other shop', async () => {
    const answer = await change({
      name: 'Kaffebaren',
      orgNumber: '974760673',
      printsSlip: true,
      dayEndsAt: 4,
    });
    expect(answer).toMatchObject({ status: 200, body: { values: { orgNumber: '974 760 673' } } });
    const seller = { name: 'Kaffebaren', registration: 'Org.nr. 974 760 673', address: null };
    expect((await poll(till.id)).till).toMatchObject({ seller, printsSlip: true, dayEndsAt: 4 });
    expect((await poll(there.id)).till).toEqual(there);
  });

  test('wakes a screen that waits', async () => {
    const { headers } = await server.call('GET', `/api/tills/${till.id}/payment`);
    const held = server.call('GET', `/api/tills/${till.id}/payment`, {
      headers: { prefer: 'wait=10', 'if-none-match': headers.get('etag') ?? '' },
    });
    await change({ idleText: { nb: 'Åpent til 18' } });
    expect(await held).toMatchObject({ status: 200, body: { till: { idleText: { nb: 'Åpent til 18' } } } });
  });

  test('counts after a restart', async () => {
    const store = await aStore();
    await serve({ store });
    await change({ name: 'Kaffebaren' });
    await server.settings.addTill(till.shop, { id: '2', name: 'Bar' });
    const again = await aServer({ tills: [till, there], store });
    const { body } = await again.call('GET', path);
    expect(body).toMatchObject({ values: { name: 'Kaffebaren' }, tills: [{ id: '1' }, { id: '2' }] });
  });

  test('can be taken back, and two at once are both kept', async () => {
    await Promise.all([change({ name: 'Kaffebaren' }), change({ address: 'Storgata 1' })]);
    expect((await settings()).values).toMatchObject({ name: 'Kaffebaren', address: 'Storgata 1' });
    await change({ name: null });
    expect((await settings()).values).toMatchObject({ name: null, address: 'Storgata 1' });
  });

  test.each<[string, object, RegExp]>([
    ['a number whose digits do not go together', { orgNumber: '974760674' }, /^orgNumber: its digits/],
    ['a number of no country', { orgNumber: '12' }, /^orgNumber: it accepts the number of a company/],
    ['a zone that there is not', { timeZone: 'Europe/Atlantis' }, /^timeZone: it accepts the IANA name/],
    ['an hour that a day cannot end at', { dayEndsAt: 13 }, /^dayEndsAt: /],
    ['a language that nobody speaks here', { languages: ['de'] }, /^languages.0: /],
    ['a language twice', { languages: ['nb', 'nb'] }, /^languages: each language once/],
    ['six lines', { idleText: { nb: '1\n2\n3\n4\n5\n6' } }, /^idleText.nb: at most five lines/],
    ['a limit below nothing', { cashierRefundLimit: -1 }, /^cashierRefundLimit: /],
    ['a setting that there is not', { nmae: 'Kaffebaren' }, /nmae/],
  ])('to %s is refused by its name, and nothing of the rest is changed', async (_, changes, sentence) => {
    const { status, body } = await server.patch(path, { address: 'Storgata 1', ...changes });
    expect([status, body]).toMatchObject([400, wrong]);
    expect((body as { error: { message: string } }).error.message).toMatch(sentence);
    expect((await settings()).values.address).toBeNull();
  });

  test('of what the configuration decides on is refused, and says which variable', async () => {
    await serve({ capture: 'manual', setBy: new Map([[till.shop, { capture: 'CAPTURE' }]]) });
    expect(await settings()).toMatchObject({ values: { capture: 'manual' }, setBy: { capture: 'CAPTURE' } });
    const { status, body } = await change({ capture: 'auto', name: 'Kaffebaren' });
    expect([status, body]).toMatchObject([409, { error: { message: expect.stringContaining('CAPTURE') } }]);
    expect((await settings()).values).toMatchObject({ capture: 'manual', name: null });
  });

  test('does not count any more once the configuration decides', async () => {
    const store = await aStore();
    await serve({ store });
    await change({ capture: 'manual' });
    await serve({ store, setBy: new Map([[till.shop, { capture: 'CAPTURE' }]]) });
    expect((await settings()).values.capture).toBe('auto');
  });
});

describe('[P2] whether an approved payment is captured', () => {
  const approved = () => {
    server.vipps.polled = seen({ scanned: true, reservedAmount: 24_900 });
  };

  test('is what is set when the customer approves', async () => {
    await change({ capture: 'manual' });
    const reference = await server.start();
    approved();
    await server.clock.advance(1_000);
    expect(await server.find(reference)).toMatchObject({ state: 'approved', capture: 'none' });
  });

  test('is caught up with when all is to be captured at once', async () => {
    await change({ capture: 'manual' });
    const reference = await server.start();
    approved();
    await server.clock.advance(1_000);
    await change({ capture: 'auto' });
    await server.clock.advance(10);
    expect(await server.find(reference)).toMatchObject({ capture: 'captured', capturedAmount: 24_900 });
    expect(server.vipps.count('capture')).toBe(1);
  });
});

describe('[P8] what a cashier may refund', () => {
  test('is that of the shop of the payment, at once', async () => {
    server.vipps.polled = seen({ scanned: true, reservedAmount: 24_900 });
    const reference = await server.start();
    await server.clock.advance(10);
    const ola = await signedIn({ access: server.access, store: server.store }, 'cashier', 'Ola', null);
    const refund = () =>
      server.post(`/api/payments/${reference}/refund`, { amount: { value: 100, currency: 'NOK' } }, ola);
    await server.patch(`/api/shops/${there.shop}/settings`, { cashierRefundLimit: 50_000 });
    expect((await refund()).status).toBe(403);
    await change({ cashierRefundLimit: 100 });
    expect((await refund()).status).toBe(200);
    // Of all shops, they are shown what they may everywhere.
    const { body } = await server.call('GET', '/api/session', { headers: ola });
    expect(body).toMatchObject({ refundUpTo: 100, refundUpToADay: 1_000 });
  });
});

describe('the languages', () => {
  test('are all where nobody has chosen, and the first chosen is the till’s', async () => {
    expect((await poll(till.id)).till).toMatchObject({ locale: 'en-NO', languages: till.languages });
    await change({ languages: ['nb', 'fi'] });
    expect((await poll(till.id)).till).toMatchObject({ locale: 'nb-NO', languages: ['nb', 'fi'] });
  });
});

describe('a picture', () => {
  const put = (data: Buffer) =>
    server.post(`/api/shops/${till.shop}/pictures/logo`, { data: data.toString('base64') });

  test('is shown at another address than the one before', async () => {
    expect(await put(aPng)).toMatchObject({ status: 200, body: { logo: expect.stringMatching(/^\/api\//) } });
    const { logo } = (await poll(till.id)).till;
    const shown = await server.call('GET', logo ?? '');
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(shown.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    await put(Buffer.concat([aPng, Buffer.from('another')]));
    expect((await poll(till.id)).till.logo).not.toBe(logo);
    await server.call('DELETE', `/api/shops/${till.shop}/pictures/logo`);
    expect((await poll(till.id)).till.logo).toBeNull();
  });

  test.each([
    ['a program in a picture', Buffer.from('<svg onload="alert(1)"/>')],
    ['more than two megabytes', Buffer.concat([aPng, Buffer.alloc(2_000_000)])],
  ])('is not %s', async (_, data) => {
    expect(await put(data)).toMatchObject({ status: 400, body: wrong });
    expect((await settings()).logo).toBeNull();
  });

  test('is the one of the configuration where there is one', async () => {
    const own = { contentType: 'image/png', bytes: aPng, hash: 'own' };
    await serve({ branding: () => ({ logo: own }) });
    expect(await settings()).toMatchObject({ setBy: { logo: 'BRANDING' } });
    expect((await put(aPng)).status).toBe(409);
  });

  test('has a name that is known', async () => {
    const { status } = await server.post(`/api/shops/${till.shop}/pictures/other`, { data: 'aaaa' });
    expect(status).toBe(404);
  });
});
