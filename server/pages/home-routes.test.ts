import { expect, onTestFinished, test } from 'vitest';
import { homeSchema } from '../contract/home.ts';
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
    addressForTablets: null,
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

test('where tablets find the server is told, by its name or by its address', async () => {
  const named = await aShop({ publicUrl: new URL('https://till.shop.example') });
  expect(await named.home()).toMatchObject({ addressForTablets: 'https://till.shop.example' });
  const { server, home } = await aShop({ networkAddress: '192.0.2.7' });
  const { port } = new URL(server.url);
  expect(await home()).toMatchObject({ addressForTablets: `http://192.0.2.7:${port}` });
});

test('the simulated phone of the demo is told', async () => {
  const phoneUrl = 'http://127.0.0.1:3001/phone';
  const { home } = await aShop({ phoneUrl });
  expect(await home()).toMatchObject({ phoneUrl });
});
