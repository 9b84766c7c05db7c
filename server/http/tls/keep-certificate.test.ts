// Renewal in the files, on a clock that the test moves.
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { aCertificate } from '../../testing/certificate.ts';
import { aFolderWith } from '../../testing/files/written-files.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { expiryNotice, keepCertificate } from './keep-certificate.ts';
import { type Pair, readPair } from './pair.ts';

const dayMs = 24 * 3_600_000;
const lookMs = 60_000;

function aPair(days: number) {
  return aCertificate('itself', [-1, days * 24]);
}

/** Files that are looked at, what is shown, and what the log says. */
async function aServer(days = 60) {
  const first = aPair(days);
  const folder = aFolderWith({ cert: first.cert, key: first.key });
  const files = { certFile: join(folder, 'cert'), keyFile: join(folder, 'key') };
  const clock = manualClock(Date.now());
  const lines: { level: number; msg: string; why?: string }[] = [];
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line)) });
  const shown: Pair[] = [];
  const read = () => readPair(files, clock.nowMs());
  const use = (pair: Pair) => void shown.push(pair);
  const kept = keepCertificate({ pair: read(), read, use, noticeOf: expiryNotice, clock, log });
  onTestFinished(() => kept.stop());
  await clock.settle();
  const put = (name: string, text: string | Buffer) => {
    writeFileSync(join(folder, `new ${name}`), text);
    renameSync(join(folder, `new ${name}`), join(folder, name));
  };
  return { clock, lines, shown, put, kept };
}

test('[P8] what comes to lie in the files is shown a minute later', async () => {
  const { clock, lines, shown, put, kept } = await aServer();
  const next = aPair(90);
  put('cert', next.cert);
  put('key', next.key);
  expect(shown).toEqual([]);
  await clock.advance(lookMs);
  expect(shown.map(({ key }) => key.trim())).toEqual([String(next.key).trim()]);
  expect(lines.map(({ level }) => level)).toEqual([30]);
  expect(kept.expiresMs() - clock.nowMs()).toBeGreaterThan(89 * dayMs);
  await clock.advance(10 * lookMs);
  expect(shown).toHaveLength(1);
});

test('[P8] a pair that does not fit is told of once, and the one before it stays until it does', async () => {
  const { clock, lines, shown, put } = await aServer();
  const next = aPair(90);
  put('cert', next.cert);
  await clock.advance(3 * lookMs);
  expect(shown).toEqual([]);
  expect(lines).toMatchObject([{ level: 50, why: expect.stringContaining('does not fit') }]);
  put('key', next.key);
  await clock.advance(lookMs);
  expect(shown).toHaveLength(1);
});

test('one that expires within 14 days is warned of each day, until another is there', async () => {
  const { clock, lines, shown, put } = await aServer(14.05);
  await clock.advance(dayMs / 24);
  expect(lines).toEqual([]);
  await clock.advance(dayMs / 24);
  expect(lines.map(({ level }) => level)).toEqual([40]);
  await clock.advance(dayMs);
  expect(lines.map(({ level }) => level)).toEqual([40, 40]);
  const next = aPair(90);
  put('cert', next.cert);
  put('key', next.key);
  await clock.advance(dayMs);
  expect(shown).toHaveLength(1);
  expect(lines.filter(({ level }) => level === 40)).toHaveLength(2);
});

test('what was said at the start is said again a day later, not at once', async () => {
  const { clock, lines } = await aServer(13);
  await clock.advance(dayMs - 1);
  expect(lines).toEqual([]);
  await clock.advance(1);
  expect(lines.map(({ level }) => level)).toEqual([40]);
});

test('what is said of a certificate tells the day', () => {
  const validToMs = Date.parse('2026-03-20T12:00:00Z');
  expect(expiryNotice({ validToMs }, validToMs - 14 * dayMs - 1)).toBeNull();
  expect(expiryNotice({ validToMs }, validToMs - 14 * dayMs)).toMatch(/expires on 2026-03-20\. Renew it: no/);
  expect(expiryNotice({ validToMs }, validToMs)).toMatch(/expired on 2026-03-20: no browser takes it/);
});
