// The audit log over HTTP, a page at a time, and what is asked of it.
import { expect, onTestFinished, test } from 'vitest';
import { auditListSchema } from '../contract/audit.ts';
import { aServer } from '../testing/http.ts';
import { told } from '../testing/store-contract/audit.ts';
import { till } from '../testing/till.ts';

test('[P12] the log is read a page at a time, and by day, person and kind', async () => {
  const server = await aServer();
  onTestFinished(() => server.close());
  const log = async (query = '') =>
    auditListSchema.parse((await server.call('GET', `/api/audit${query}`)).body);
  expect((await log()).timeZone).toBe(till.timeZone);
  const { append } = server.store.audit;
  for (let index = 0; index < 120; index += 1) await append(told({ atMs: index, about: String(index) }));
  const first = await log();
  const second = await log(`?cursor=${first.cursor}`);
  const third = await log(`?cursor=${second.cursor}`);
  const all = [...first.entries, ...second.entries, ...third.entries].map(({ about }) => about);
  expect([all, third.cursor]).toEqual([Array.from({ length: 120 }, (_, index) => String(119 - index)), null]);
  expect(first.seal).toEqual(await server.store.audit.readHead());
  expect((await log('?day=1970-01-01&person=id%20of%20Kari&kind=refund')).entries).toHaveLength(50);
  for (const none of ['day=1970-01-02', 'person=Kari', 'kind=capture']) {
    expect((await log(`?${none}`)).entries).toEqual([]);
  }
  expect((await server.call('GET', '/api/audit?cursor=made-up')).status).toBe(400);
});
