import pino from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { manualClock } from '../testing/manual-clock.ts';
import { aStore } from '../testing/store.ts';
import { faultIn, told } from '../testing/store-contract/audit.ts';
import { startAuditKeeper } from './keeper.ts';

const dayMs = 86_400_000;

async function aLog(ages: readonly number[]) {
  const clock = manualClock();
  const store = await aStore();
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  for (const days of ages) {
    await store.audit.append(told({ atMs: clock.nowMs() - days * dayMs, about: String(days) }));
  }
  const keeper = startAuditKeeper({ store: store.audit, clock, log });
  onTestFinished(async () => {
    await keeper.stop();
    await store.close();
  });
  const left = async () => (await store.audit.readOn(0, 5_000)).map(({ kind, about }) => about || kind);
  return { clock, store, lines, left };
}

describe('an entry', () => {
  test('[P12] is kept for 400 whole days, and goes with its day', async () => {
    const { clock, store, left } = await aLog([402, 401, 400, 1]);
    await clock.advance(60_000);
    expect(await left()).toEqual(['400', '1', 'audit_trimmed']);
    await clock.advance(dayMs);
    expect(await left()).toEqual(['1', 'audit_trimmed', 'audit_trimmed']);
    expect(await faultIn(store)).toBeNull();
  });

  test('goes with others, a few at a time, when there are many', async () => {
    const { clock, store, left } = await aLog([...Array<number>(1_100).fill(500), 3]);
    await clock.advance(60_000);
    await expect.poll(left).toEqual(['3', 'audit_trimmed']);
    expect(await faultIn(store)).toBeNull();
  });
});

test('[P12] how the last entry is sealed is in the log of the server every day', async () => {
  const { clock, store, lines } = await aLog([1]);
  await clock.advance(60_000 + dayMs);
  const { hash } = await store.audit.readHead();
  expect(lines.filter((line) => line.includes(hash))).toHaveLength(2);
});
