import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { manualClock } from '../../testing/manual-clock.ts';
import { aStore } from '../../testing/store.ts';
import { backupAgeWords } from '../age-words.ts';
import { nameOf, readName } from '../names.ts';
import { type NightJob, startNightly } from './nightly.ts';
import { lastDue } from './quiet-hour.ts';

const hourMs = 3_600_000;
const id = '00000e10'; // 3600: its second in the hour is the first.
const day = { timeZone: 'Europe/Oslo', dayEndsAt: 0 };
const start = Date.parse('2026-03-02T09:00:00Z');
const environment = 'production';
let folder: string;
const names = () => readdirSync(folder).toSorted();
const nightOf = (atMs: number, of = id) => nameOf({ environment, id: of, atMs, why: { kind: 'nightly' } });
const lay = (...files: string[]) => files.map((name) => writeFileSync(join(folder, name), ''));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tillside-nights-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

async function aServer({ keep = 14, job }: { keep?: number; job?: NightJob } = {}) {
  const clock = manualClock(start);
  const store = await aStore();
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const made: number[] = [];
  const write: NightJob = async (atMs) => {
    const file = join(folder, nightOf(atMs));
    writeFileSync(file, '');
    made.push(atMs);
    return { file, fault: null };
  };
  const deps = { folder, keep, environment, id, day, store: store.audit, clock, log } as const;
  const nightly = startNightly({ ...deps, job: job ?? write });
  onTestFinished(async () => {
    await nightly.stop();
    await store.close();
  });
  const onRecord = async () => (await store.audit.readOn(0, 100)).map(({ kind }) => kind);
  return { clock, nightly, lines, made, onRecord };
}

describe('a backup of the night', () => {
  test('is made once a night, at the quiet hour, and put on record', async () => {
    lay(nightOf(start - 6 * hourMs));
    const { clock, made, onRecord } = await aServer();
    await clock.advance(48 * hourMs);
    expect(made.map((ms) => new Date(ms).toISOString().slice(0, 15))).toEqual([
      '2026-03-03T02:0',
      '2026-03-04T02:0',
    ]);
    expect(await onRecord()).toEqual(['backup_made', 'backup_made']);
  });

  test('is made ten minutes after a start where the server was off in the night', async () => {
    lay(nightOf(start - 30 * hourMs));
    const { clock, made } = await aServer();
    await clock.advance(9 * 60_000);
    expect(made).toEqual([]);
    await clock.advance(60_000);
    expect(made).toEqual([start + 600_000]);
  });

  test('is not kept from being made by one that a wrong clock has put into the future', async () => {
    lay(nightOf(Date.parse('2036-01-01T00:00:00Z')));
    const { clock, made, nightly } = await aServer({ keep: 1 });
    await clock.advance(600_000);
    expect(made).toHaveLength(1);
    expect(names()).toContain(nightOf(made[0] ?? 0));
    expect(nightly.lastMs()).toBe(made[0]);
  });

  test('makes the oldest of its own go once there are more than are kept, and no other file', async () => {
    const old = [3, 2, 1].map((days) => nightOf(start - days * 24 * hourMs - 12 * hourMs));
    const asked = nameOf({ environment, id, atMs: 1, why: { kind: 'asked' } });
    const upgrade = nameOf({ environment, id, atMs: 1, why: { kind: 'upgrade', from: '0.1.0' } });
    const others = [asked, upgrade, nightOf(1, 'ffffffff'), nightOf(1).replace('production', 'test'), 'a.db'];
    lay(...old, ...others);
    const { clock, made } = await aServer({ keep: 2 });
    await clock.advance(600_000);
    expect(names()).toEqual([nightOf(made[0] ?? 0), old[2], ...others].toSorted());
  });
});

describe('a backup that fails', () => {
  test('is an error in the log, on record once a day, tried again in an hour, and costs none that is there', async () => {
    const old = nightOf(start - 60 * hourMs);
    lay(old);
    let tries = 0;
    const job: NightJob = async () => {
      tries += 1;
      throw new Error('The disk is full.');
    };
    const { clock, lines, onRecord, nightly } = await aServer({ keep: 1, job });
    await clock.advance(599_999);
    expect(tries).toBe(0);
    await clock.advance(1 + 3 * hourMs);
    expect(tries).toBe(4);
    const errors = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 50);
    expect(errors).toHaveLength(4);
    expect(errors[0]).toMatchObject({ msg: 'no backup was made', why: 'The disk is full.' });
    expect(await onRecord()).toEqual(['backup_failed']);
    expect(names()).toEqual([old]);
    expect(nightly.lastMs()).toBe(start - 60 * hourMs);
  });

  test('as its folder is away, is told in the same way', async () => {
    const { clock, lines, nightly } = await aServer();
    rmSync(folder, { recursive: true });
    await clock.advance(600_000);
    expect(lines.join()).toContain('ENOENT');
    expect(nightly.lastMs()).toBeNull();
    writeFileSync(folder, '');
  });

  test('as the server stops, is no failure', async () => {
    const job: NightJob = (_, stopping) =>
      new Promise((_done, fail) => stopping.addEventListener('abort', () => fail(new Error('aborted'))));
    const { clock, lines, nightly } = await aServer({ job });
    await clock.advance(600_000);
    await nightly.stop();
    expect(lines).toEqual([]);
  });
});

describe('the quiet hour', () => {
  const due = (now: string, dayEndsAt = 0, of = id) =>
    new Date(lastDue(Date.parse(now), { ...day, dayEndsAt }, of)).toISOString();

  test.each([
    ['is three at night, by the clock of the shop', '2026-03-02T09:00:00Z', 0, '2026-03-02T02:00:00.000Z'],
    ['is that of yesterday before it has come', '2026-03-02T01:59:59Z', 0, '2026-03-01T02:00:00.000Z'],
    ['is when a bar has closed', '2026-03-02T09:00:00Z', 6, '2026-03-02T05:00:00.000Z'],
    ['is the same by that clock in summer', '2026-07-02T09:00:00Z', 0, '2026-07-02T01:00:00.000Z'],
  ])('%s', (_, now, dayEndsAt, wanted) => expect(due(now, dayEndsAt)).toBe(wanted));

  test('has another second for each database', () => {
    expect(due('2026-03-02T09:00:00Z', 0, '00000001')).toBe('2026-03-02T02:00:01.000Z');
    expect(due('2026-03-02T09:00:00Z', 0, 'ffffffff')).toBe('2026-03-02T02:28:15.000Z');
  });
});

test('the doctor says how old the newest is, or why there is none', () => {
  const said = (at: string | null = folder) => backupAgeWords({ folder: at, keep: 1 }, environment, start);
  expect(said(null)).toContain('Set BACKUP_DIR');
  expect(said()).toMatch(/there is none in .* yet\.$/);
  expect(said(join(folder, 'away'))).toMatch(/cannot be read \(ENOENT\)\.$/);
  lay(nightOf(start - 26 * hourMs), nightOf(start - 72 * hourMs));
  expect(said()).toMatch(/ is 26 hours old\.$/);
  expect(readName(nightOf(1))?.why).toEqual({ kind: 'nightly' });
});
