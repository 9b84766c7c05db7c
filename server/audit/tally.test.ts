import pino from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Told } from '../store/audit-store.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { actOfNobody } from './act.ts';
import { createTally, type Tally } from './tally.ts';

const clock = manualClock();
const log = pino({ level: 'silent' });
let written: Told[];
let tally: Tally;
beforeEach(() => {
  written = [];
  const append = async (told: Told) => void written.push(told);
  tally = createTally({ store: { append }, clock, log });
});

const miss = (about: string, address = '192.0.2.7'): Told => ({
  ...actOfNobody('sign_in_missed', address, clock.nowMs()),
  shop: null,
  about,
  detail: {},
});
const told = () => written.map(({ kind, about, detail }) => [kind, about, detail['times'] ?? 1]);

describe('misses', () => {
  test('[P12] are told at once, and what is the same within a minute once more, with how often', async () => {
    for (let times = 0; times < 5; times += 1) tally.note('strangers', miss('Kari'));
    tally.note('strangers', miss('Kari', '192.0.2.8'));
    expect(told()).toEqual([
      ['sign_in_missed', 'Kari', 1],
      ['sign_in_missed', 'Kari', 1],
    ]);
    await clock.advance(60_000);
    expect(told().slice(2)).toEqual([['sign_in_missed', 'Kari', 4]]);
    tally.note('strangers', miss('Kari'));
    expect(told()).toHaveLength(4);
    await clock.advance(120_000);
    expect(told()).toHaveLength(4);
  });

  test('[P12] under a flood of names are few entries a minute and a day, and counted', async () => {
    for (let index = 0; index < 10_000; index += 1) tally.note('strangers', miss(`name ${index}`));
    await clock.advance(60_000);
    expect(written).toHaveLength(21);
    expect(told().at(-1)).toEqual(['not_listed', 'strangers', 9_980]);
    for (let minute = 0; minute < 200; minute += 1) {
      for (let index = 0; index < 100; index += 1) tally.note('strangers', miss(`name ${index}`));
      await clock.advance(60_000);
    }
    const single = written.filter(({ kind }) => kind === 'sign_in_missed');
    expect(single).toHaveLength(1_000);
    expect(written.length).toBeLessThanOrEqual(1_000 + 201);
  });

  test('[P12] of strangers do not hide those on people whom there are', async () => {
    for (let index = 0; index < 10_000; index += 1) tally.note('strangers', miss(`name ${index}`));
    tally.note('known', miss('Kari'));
    expect(told().at(-1)).toEqual(['sign_in_missed', 'Kari', 1]);
  });

  test('[P10] that were counted are written when the server stops', async () => {
    for (let times = 0; times < 3; times += 1) tally.note('known', miss('Kari'));
    await tally.flush();
    expect(told().at(-1)).toEqual(['sign_in_missed', 'Kari', 2]);
  });

  test('that cannot be written keep nobody waiting', async () => {
    const append = async () => Promise.reject(new Error('the disk is full'));
    const failing = createTally({ store: { append }, clock, log });
    expect(() => failing.note('known', miss('Kari'))).not.toThrow();
    await failing.flush();
  });
});
