import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { aServer } from '../testing/http.ts';

const report = {
  page: 'cashier',
  kind: 'error',
  message: 'Broken "canary"',
  stack: 'at A (/assets/a.js:1:2)',
};

/** A server, and what it has written to its log. */
async function server() {
  const written: string[] = [];
  const one = await aServer({ log: pino({}, { write: (line) => written.push(line) }) });
  onTestFinished(() => one.close());
  const tell = (body: unknown) => one.post('/api/client-errors', body, { cookie: '' });
  return { tell, written };
}

test('[P7] what a page tells is in the log, scrubbed, and nothing of it is in the answer', async () => {
  const { tell, written } = await server();
  const { status, body } = await tell(report);
  expect({ status, body }).toEqual({ status: 204, body: '' });
  const [line = ''] = written.filter((one) => one.includes('a page had an error'));
  const message = 'Broken "…"';
  expect(JSON.parse(line).clientError).toEqual({
    page: 'cashier',
    kind: 'error',
    message,
    stack: ['A a.js:1:2'],
  });
  expect(written.join()).not.toContain('canary');
});

test('a page at an address that does not exist is the start page', async () => {
  const { tell, written } = await server();
  expect((await tell({ ...report, page: 'canary' })).status).toBe(204);
  expect(written.join()).toContain('"page":"home"');
  expect(written.join()).not.toContain('canary');
});

test.each([
  ['more than it may', { ...report, message: 'a'.repeat(501) }],
  ['another kind', { ...report, kind: 'canary' }],
  ['something else besides', { ...report, till: '1' }],
  ['nothing', {}],
])('%s is refused', async (_, body) => {
  const { tell } = await server();
  const answer = await tell(body);
  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body)).not.toContain('canary');
});

test('who tells too much has to wait', async () => {
  const { tell } = await server();
  const statuses: number[] = [];
  for (let count = 0; count < 32; count += 1) statuses.push((await tell(report)).status);
  expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 204));
  expect(statuses.at(-1)).toBe(429);
});
