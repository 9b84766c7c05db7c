import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { manualClock } from '../testing/manual-clock.ts';
import { late, openClock, within } from './clock.ts';

describe('the steady clock', () => {
  it('begins close to the epoch', async () => {
    const clock = await openClock(async (_, offsetMs) => offsetMs);
    expect(Math.abs(clock.steadyMs() - clock.nowMs())).toBeLessThan(1_000);
  });

  it('goes on where it was for another start of the server on the same boot, whatever the wall clock says', async () => {
    const offered: [string, number][] = [];
    const keepsFirst = async (boot: string, offsetMs: number) => {
      offered.push([boot, offsetMs]);
      return offered[0]?.[1] ?? 0;
    };
    const first = await openClock(keepsFirst);
    const second = await openClock(async (boot, offsetMs) => keepsFirst(boot, offsetMs + 3_600_000));
    expect(Math.abs(second.steadyMs() - first.steadyMs())).toBeLessThan(1_000);
  });

  it('is the same clock in every process of the machine', () => {
    const read = 'process.stdout.write(String(process.hrtime.bigint() / 1_000_000n))';
    const before = process.hrtime.bigint() / 1_000_000n;
    const elsewhere = BigInt(spawnSync(process.execPath, ['-e', read], { encoding: 'utf8' }).stdout);
    expect(elsewhere >= before).toBe(true);
    expect(elsewhere <= process.hrtime.bigint() / 1_000_000n).toBe(true);
  });
});

describe('a wait that is bounded', () => {
  it('ends with what it waits for', async () => {
    expect(await within(manualClock(), 1_000, Promise.resolve('done'))).toBe('done');
    await expect(within(manualClock(), 1_000, Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('is late after that time', async () => {
    const clock = manualClock();
    const waiting = within(clock, 1_000, new Promise(() => undefined));
    await clock.advance(1_000);
    expect(await waiting).toBe(late);
  });
});
