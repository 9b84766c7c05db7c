import { afterAll, expect, onTestFinished, test } from 'vitest';
import { aServer } from '../testing/http.ts';
import { aClientBuild } from '../testing/pages/client-build.ts';

const { dist, remove } = aClientBuild();
const server = await aServer({ dist });
afterAll(async () => {
  await server.close();
  remove();
});
const nobody = { cookie: '' };

test.each([
  ['GET', '/nowhere', nobody],
  ['GET', '/assets/gone.js', nobody],
  ['GET', '/cashier/9', {}],
  // As a browser that goes on with a download.
  ['GET', '/nowhere', { range: 'bytes=0-9' }],
])('%s %s is answered as not found, with a page that says so', async (method, path, headers) => {
  const answer = await server.call(method, path, { headers });
  expect([answer.status, answer.body]).toEqual([404, expect.stringContaining('home</body>')]);
  expect(answer.headers.get('cache-control')).toBe('no-cache');
});

test('an address is not found without a build too, as while one is made', async () => {
  const unbuilt = await aServer();
  onTestFinished(() => unbuilt.close());
  const { status, body } = await unbuilt.call('GET', '/nowhere');
  expect([status, body]).toEqual([404, expect.stringMatching(/^<!doctype html>.*There is nothing here/s)]);
});

test('the start page is for staff; all others sign in and come back', async () => {
  const theirs = await server.call('GET', '/');
  expect([theirs.status, theirs.body]).toEqual([200, expect.stringContaining('home</body>')]);
  expect(theirs.headers.get('cache-control')).toBe('no-cache');
  const answer = await server.call('GET', '/', { headers: nobody });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/sign-in?to=%2F']);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('the cashier page of a till is sent as it is built', async () => {
  const { status, body, headers } = await server.call('GET', '/cashier/1');
  expect([status, body]).toEqual([200, expect.stringMatching(/^<!doctype html>.*cashier<\/body>/s)]);
  expect(headers.get('cache-control')).toBe('no-cache');
});
