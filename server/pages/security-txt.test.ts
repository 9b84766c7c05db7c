import { expect, onTestFinished, test } from 'vitest';
import { aServer } from '../testing/http.ts';

async function read(options: Parameters<typeof aServer>[0], waitMs = 0) {
  const server = await aServer(options);
  onTestFinished(() => server.close());
  await server.clock.advance(waitMs);
  const answer = await server.call('GET', '/.well-known/security.txt', { headers: { cookie: '' } });
  return { ...answer, nowMs: server.clock.nowMs() };
}
const dayMs = 24 * 3_600_000;
const securityContact = 'mailto:security@shop.example';

test('anybody reads where to tell of a weakness, in a file that does not run out while the server runs', async () => {
  for (const waitMs of [0, 400 * dayMs]) {
    const { status, headers, body, nowMs } = await read({ securityContact }, waitMs);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    const [, expires = ''] =
      /^Contact: mailto:security@shop\.example\nExpires: (\S+Z)\n$/.exec(String(body)) ?? [];
    const leftMs = Date.parse(expires) - nowMs;
    expect(leftMs).toBeGreaterThan(88 * dayMs);
    expect(leftMs).toBeLessThan(365 * dayMs);
  }
});

test('the file says under which address it is the shop’s own, where that is https', async () => {
  const { body } = await read({ securityContact, publicUrl: new URL('https://till.example') });
  expect(body).toContain('\nCanonical: https://till.example/.well-known/security.txt\n');
});

test('without a contact there is no such file', async () => {
  expect((await read({})).status).toBe(404);
});
