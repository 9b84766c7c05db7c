import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pino from 'pino';
import { request } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { manualClock } from '../testing/manual-clock.ts';
import { createErrorHandler } from './errors.ts';
import { createHealth, rememberedMs } from './health.ts';

const full = new Error('the disk is full');

/** A server whose checks find what `found` says, and how many it has run. */
async function aServer() {
  const clock = manualClock();
  const shop = { checks: 0, found: () => Promise.resolve(), isStopping: false };
  const check = () => {
    shop.checks += 1;
    return shop.found();
  };
  const app = express();
  app.use(createHealth({ check, isStopping: () => shop.isStopping, clock }));
  app.use(createErrorHandler(pino({ level: 'silent' })));
  const server = app.listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const { statusCode, body } = await request(`http://127.0.0.1:${port}${path}`, { headers });
    await body.dump();
    return statusCode;
  };
  return { clock, shop, ask };
}

test('a flood of questions whether the server is ready is one check of the database', async () => {
  const { clock, shop, ask } = await aServer();
  const disk = Promise.withResolvers<void>();
  shop.found = () => disk.promise;
  const flood = Array.from({ length: 50 }, () => ask('/readyz'));
  await expect.poll(() => shop.checks).toBeGreaterThan(0);
  // However long the disk takes: who asks meanwhile waits for the same check.
  await clock.advance(rememberedMs * 3);
  const late = ask('/readyz');
  // Answered by the same server, after it: by then the late one has been taken up.
  expect(await ask('/healthz')).toBe(200);
  disk.resolve();
  expect(new Set(await Promise.all([...flood, late]))).toEqual(new Set([200]));
  await clock.advance(rememberedMs - 1);
  expect(await ask('/readyz')).toBe(200);
  expect(shop.checks).toBe(1);
});

test('what a check found is told for some seconds, be it good or bad, and then the next one counts', async () => {
  const { clock, shop, ask } = await aServer();
  expect(await ask('/readyz')).toBe(200);
  shop.found = () => Promise.reject(full);
  await clock.advance(rememberedMs - 1);
  expect(await ask('/readyz')).toBe(200);
  await clock.advance(1);
  expect(await ask('/readyz')).toBe(503);
  shop.found = () => Promise.resolve();
  await clock.advance(rememberedMs - 1);
  expect(await ask('/readyz')).toBe(503);
  await clock.advance(1);
  expect(await ask('/readyz')).toBe(200);
  expect(shop.checks).toBe(3);
});

test('a server that stops is not ready at once, whatever is remembered', async () => {
  const { shop, ask } = await aServer();
  expect(await ask('/readyz')).toBe(200);
  shop.isStopping = true;
  expect(await ask('/readyz')).toBe(503);
});

test('a page elsewhere cannot have the browser of a shop start a check', async () => {
  const { shop, ask } = await aServer();
  for (const from of ['cross-site', 'same-site']) {
    expect(await ask('/readyz', { 'sec-fetch-site': from })).toBe(403);
  }
  expect(shop.checks).toBe(0);
});

test('whether the process answers is told without any check', async () => {
  const { shop, ask } = await aServer();
  expect(await ask('/healthz')).toBe(200);
  expect(shop.checks).toBe(0);
});
