// How a chain's tills are served by one core: how late answers are, how often Vipps is polled, and what it takes.
import { setTimeout as pause } from 'node:timers/promises';
import { median, quantile, spread } from '../run/statistics.ts';
import { Chain } from './chain.ts';
import { type Figure, megabytes, milliseconds } from './figure.ts';
import { Connection, Screen, type Watched } from './screens.ts';
import { pin, residentMegabytes } from './usage.ts';

/** The server has one core to itself; all other processes share the other. */
const cores = { measured: 0, others: 1 };
/** A Vipps that is near, and one that is slow. */
const answersTakeMs = [20, 200];
const tills = 1_500;
const pollMs = 1_000;
const warmUpMs = 5_000;
/** The median of these counts. */
const windows = 5;
const windowMs = 20_000;
const probeEveryMs = 25;
/** Above this, an answer that is not held is late for a person who has just touched the screen. */
const goalP99Ms = 100;
const goalPolls = { least: 0.98, most: 1 };
const goalMegabytes = 400;

type Load = { p99Ms: number; pollsPerSecond: number; megabytes: number };

/** Asks without waiting now and then, for the length of a window. @returns how late the last hundredth was answered, in milliseconds. */
async function measureWindow(probe: Connection, screens: readonly Watched[]): Promise<number> {
  const tookMs: number[] = [];
  const untilMs = performance.now() + windowMs;
  while (performance.now() < untilMs) {
    const watched = screens[tookMs.length % screens.length];
    if (watched !== undefined) tookMs.push((await probe.ask(watched)).tookMs);
    await pause(probeEveryMs);
  }
  return quantile(tookMs, 0.99);
}

/** Of one payment, by the simulator's own count. */
async function pollsPerSecond(chain: Chain): Promise<number> {
  const orders = await chain.shop.vipps.orders();
  const rates = orders.map(({ looks }) => {
    const [first, last] = [looks[0] ?? 0, looks.at(-1) ?? 0];
    return (looks.length - 1) / ((last - first) / 1000);
  });
  return median(rates);
}

/** A payment is open on every till, and two screens poll it. */
async function load(chain: Chain): Promise<Load> {
  const url = new URL(chain.shop.url);
  const watched = chain.tills.flatMap((till) => [chain.display(till), chain.cashier(till)]);
  const screens = watched.map(
    (one, at) => new Screen(url, one, { waitSeconds: 1, everyMs: pollMs, afterMs: spread(at) * pollMs }),
  );
  await pause(warmUpMs);
  const probe = new Connection(url);
  const p99s: number[] = [];
  for (let window = 0; window < windows; window += 1) p99s.push(await measureWindow(probe, watched));
  const failed = screens.find(({ failure }) => failure !== null);
  for (const screen of screens) screen.close();
  probe.close();
  if (failed !== undefined) throw failed.failure;
  return {
    p99Ms: median(p99s),
    pollsPerSecond: await pollsPerSecond(chain),
    megabytes: residentMegabytes(chain.shop.pid),
  };
}

async function loadAt(vippsAnswersMs: number): Promise<Load> {
  const chain = await Chain.open(tills);
  try {
    pin(chain.shop.pid, cores.measured);
    pin(chain.host.pid, cores.others);
    await chain.shop.vipps.answersTake(vippsAnswersMs);
    await chain.sellAll(chain.tills);
    return await load(chain);
  } finally {
    await chain.close();
  }
}

export async function measureTills(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const ms of answersTakeMs) figures.push(...figuresOf(ms, await loadAt(ms)));
  return figures;
}

function figuresOf(vippsAnswersMs: number, { p99Ms, pollsPerSecond: polls, megabytes: mb }: Load): Figure[] {
  const where = `${tills.toLocaleString('en-US')} tills, Vipps answers in ${vippsAnswersMs} ms`;
  const none = { floor: '', baseline: '', ratio: null };
  return [
    {
      ...none,
      name: `${where}: an answer that is not held, p99`,
      seen: milliseconds(p99Ms),
      goal: `< ${goalP99Ms} ms`,
      holds: p99Ms < goalP99Ms,
    },
    {
      ...none,
      name: `${where}: polls of Vipps a second and till`,
      seen: polls.toFixed(2),
      goal: `${goalPolls.least} to ${goalPolls.most.toFixed(2)}`,
      holds: polls >= goalPolls.least && polls < goalPolls.most + 0.005,
    },
    {
      ...none,
      name: `${where}: memory`,
      seen: megabytes(mb),
      goal: `≤ ${goalMegabytes} MB`,
      holds: mb <= goalMegabytes,
    },
  ];
}
