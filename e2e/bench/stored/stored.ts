// What is asked of a shop with a million payments behind it: for how long each question holds up everything else.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median, worst } from '../../run/statistics.ts';
import { credentials } from '../../shop/accounts.ts';
import { callApi } from '../../shop/api.ts';
import { makeFolder, removeFolder } from '../../shop/programs/folder.ts';
import { VippsHost } from '../../shop/programs/vipps-host.ts';
import { Shop } from '../../shop/shop.ts';
import { type Figure, milliseconds, seconds } from '../figure.ts';
import { fill, tills } from './fill.ts';
import { questions } from './questions.ts';

/** Nobody notices less: a screen that is asked for once a second, a key that is pressed. */
const goalMs = 50;
const goalStartMs = 3_000;
const times = 3;
const loopScript = new URL('loop-in-program.ts', import.meta.url);
const held = /Loop held for ([\d.]+) ms, working for ([\d.]+) ms/g;

/** For how long the server's loop turned to nothing else since this was asked last. */
async function longestHold(shop: Shop): Promise<{ heldMs: number; workedMs: number }> {
  const before = shop.log.match(held)?.length ?? 0;
  process.kill(shop.pid, 'SIGUSR2');
  for (;;) {
    const said = [...shop.log.matchAll(held)];
    const last = said[before];
    if (last !== undefined) return { heldMs: Number(last[1]), workedMs: Number(last[2]) };
    await pause(5);
  }
}

type Seen = { heldMs: number; workedMs: number; tookMs: number };

async function ask(shop: Shop, path: string): Promise<Seen> {
  await longestHold(shop);
  const beganMs = performance.now();
  const { status, text } = path.startsWith('/api')
    ? await callApi(shop.url, 'GET', path.slice('/api'.length), undefined, shop.signedIn)
    : await fetch(`${shop.url}${path}`).then(async (answer) => ({
        status: answer.status,
        text: await answer.text(),
      }));
  const tookMs = performance.now() - beganMs;
  if (status !== 200) throw new Error(`${path} was answered ${status}: ${text.slice(0, 200)}`);
  const { heldMs, workedMs } = await longestHold(shop);
  return { heldMs, workedMs, tookMs };
}

/** @param count of payments. */
async function measure(count: number): Promise<Figure[]> {
  const folder = makeFolder('stored');
  const host = new VippsHost(credentials);
  const nowMs = Date.now();
  const file = join(folder, 'tills.json');
  writeFileSync(file, JSON.stringify(tills));
  const shop = await Shop.open(
    // What is held waits for staff: with `auto`, a server that starts would capture it all, and measure that.
    { CAPTURE: 'manual', LOG_LEVEL: 'error', TILLS_FILE: file, NODE_OPTIONS: `--import=${loopScript.href}` },
    { host },
  );
  const name = (what: string) => `${count.toLocaleString('en-US')} payments stored: ${what}`;
  const none = { floor: '', baseline: '', ratio: null };
  try {
    await shop.stopServer('SIGTERM');
    fill(shop.database, count, nowMs);
    const beganMs = performance.now();
    await shop.startServer();
    const startMs = performance.now() - beganMs;
    const figures: Figure[] = [
      {
        ...none,
        name: name('start to ready'),
        seen: seconds(startMs),
        goal: `≤ ${seconds(goalStartMs)}`,
        holds: startMs <= goalStartMs,
      },
    ];
    for (const { what, path } of questions(count, nowMs)) {
      const seen: Seen[] = [];
      for (let time = 0; time < times; time += 1) seen.push(await ask(shop, path));
      const [heldMs, workedMs] = [
        worst(seen.map((one) => one.heldMs)),
        worst(seen.map((one) => one.workedMs)),
      ];
      figures.push({
        ...none,
        name: name(what),
        seen: `${milliseconds(workedMs)} (${milliseconds(heldMs)} by the clock), answered in ${milliseconds(median(seen.map((one) => one.tookMs)))}`,
        goal: `works for ≤ ${goalMs} ms at once`,
        holds: workedMs <= goalMs,
      });
      console.error(figures.at(-1)?.name, figures.at(-1)?.seen);
    }
    return figures;
  } finally {
    await shop.close();
    await host.end();
    removeFolder(folder);
  }
}

export const measureStored = () => measure(1_000_000);
