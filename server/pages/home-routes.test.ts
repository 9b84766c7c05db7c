import { expect, onTestFinished, test } from 'vitest';
import { homeSchema } from '../contract/home.ts';
import { makeAuthority } from '../http/tls/authority/authority.ts';
import { signedIn } from '../testing/access.ts';
import { aServer } from '../testing/http.ts';
import { till } from '../testing/till.ts';

async function aShop(options: Parameters<typeof aServer>[0] = {}) {
  const server = await aServer(options);
  onTestFinished(() => server.close());
  const home = async (who: Record<string, string> = server.manager) => {
    const { status, body } = await server.call('GET', '/api/home', { headers: who });
    expect(status).toBe(200);
    return homeSchema.strict().parse(body);
  };
  return { server, home };
}

test('a manager of a new shop learns of its tills, and that no tablet can reach the server', async () => {
  const { home } = await aShop();
  expect(await home()).toEqual({
    environment: till.environment,
    role: 'manager',
    tills: [{ id: till.id, name: till.name, shop: till.shop }],
    phoneUrl: null,
    tabletAddresses: [],
    hasDisplay: false,
  });
});

test('the answer follows who asks, and the display that has been paired', async () => {
  const { server, home } = await aShop();
  const cashier = await signedIn(server, 'cashier', 'Ola', till.shop);
  expect(await home(cashier)).toMatchObject({ role: 'cashier', hasDisplay: false });
  const display = { id: 'd', till: till.id, pairedAtMs: 0, pairedBy: 'Kari', lastSeenAtMs: null };
  await server.store.access.addDisplay(display, 'hash');
  expect(await home()).toMatchObject({ role: 'manager', hasDisplay: true });
});

test('where tablets find the server is told, by its name or by all its addresses', async () => {
  const named = await aShop({ publicUrl: new URL('https://till.shop.example') });
  const addresses = async ({ home }: typeof named) =>
    (await home()).tabletAddresses.map(({ address }) => address);
  expect(await addresses(named)).toEqual(['https://till.shop.example/display']);
  const plain = await aShop({ networkAddresses: ['192.0.2.7', 'fd00::2'] });
  const { port } = new URL(plain.server.url);
  const both = [`http://192.0.2.7:${port}/display`, `http://[fd00::2]:${port}/display`];
  expect(await addresses(plain)).toEqual(both);
  const codes = (await plain.home()).tabletAddresses.map(({ code }) => code);
  expect(codes).toEqual(both.map(() => expect.stringMatching(/^data:image\/svg\+xml;base64,[\w+/]+=*$/)));
  expect(new Set(codes).size).toBe(2);
});

test('the simulated phone of the demo is told', async () => {
  const phoneUrl = 'http://127.0.0.1:3001/phone';
  const { home } = await aShop({ phoneUrl });
  expect(await home()).toMatchObject({ phoneUrl });
});

test('a tablet that has to trust the server first is sent there over plain http', async () => {
  const certificate = { names: [], root: makeAuthority(null, Date.now()).root };
  const { home } = await aShop({ certificate, publicUrl: new URL('https://till.local:3000') });
  const { tabletAddresses } = await home();
  expect(tabletAddresses.map(({ address }) => address)).toEqual(['http://till.local:3000/display']);
});
