// How many tills a core carries, beside what others would carry on the same machine at the same time.
import { setTimeout as pause } from 'node:timers/promises';
import { median, quantile, spread, sum } from '../run/statistics.ts';
import { type Baseline, detailsPath, startBare, startForwarder, upstreamAt } from './baselines/baseline.ts';
import { isNginxInstalled, startNginx } from './baselines/nginx.ts';
import { Chain, type Sale } from './chain.ts';
import { type Figure, megabytes, milliseconds } from './figure.ts';
import { Connection, Screen, type Watched } from './screens.ts';
import { cpuSeconds, pin, residentMegabytes } from './usage.ts';

/** The server has one core to itself, and everybody else shares the other. */
const cores = { measured: 0, others: 1 };
const vippsAnswersMs = 20;
const [few, many] = [100, 1_500];
const pollMs = 1_000;
const warmUpMs = 5_000;
const windowMs = 20_000;
const probeEveryMs = 25;
/** Above this, an answer that is not held is late for a person who has just touched the screen. */
const goalP99Ms = 100;

type Load = {
  /** Processor time that a till takes, in microseconds a second. */
  cpuPerTill: number;
  p99Ms: number;
  megabytes: number;
  looksPerSecond: number;
};

type Measured = {
  url: URL;
  pids: readonly number[];
  screens: readonly Watched[];
  waitSeconds: number | null;
};

/** Two screens a till poll for the whole time, and somebody asks without waiting now and then. */
async function load({ url, pids, screens, waitSeconds }: Measured, tills: number): Promise<Load> {
  for (const pid of pids) pin(pid, cores.measured);
  const all = screens.map(
    (watched, at) => new Screen(url, watched, { waitSeconds, everyMs: pollMs, afterMs: spread(at) * pollMs }),
  );
  await pause(warmUpMs);
  const cpu = () => sum(pids.map(cpuSeconds));
  const [cpuBefore, beganMs] = [cpu(), performance.now()];
  const probe = new Connection(url);
  const tookMs: number[] = [];
  while (performance.now() - beganMs < windowMs) {
    const watched = screens[tookMs.length % screens.length];
    if (watched !== undefined) tookMs.push((await probe.ask(watched)).tookMs);
    await pause(probeEveryMs);
  }
  const seconds = (performance.now() - beganMs) / 1000;
  const used = (cpu() - cpuBefore) / seconds;
  const failed = all.find(({ failure }) => failure !== null);
  for (const screen of all) screen.close();
  probe.close();
  if (failed !== undefined) throw failed.failure;
  return {
    cpuPerTill: (used / tills) * 1e6,
    p99Ms: quantile(tookMs, 0.99),
    megabytes: sum(pids.map(residentMegabytes)),
    looksPerSecond: Number.NaN,
  };
}

async function looksPerSecond(chain: Chain): Promise<number> {
  const orders = await chain.shop.vipps.orders();
  const rates = orders.map(({ looks }) => {
    const [first, last] = [looks[0] ?? 0, looks.at(-1) ?? 0];
    return (looks.length - 1) / ((last - first) / 1000);
  });
  return median(rates);
}

/** Ours, with a payment open on every till. */
async function ours(tills: number): Promise<{ chain: Chain; sales: Sale[]; load: Load }> {
  const chain = await Chain.open(tills);
  pin(chain.shop.pid, cores.measured);
  pin(chain.host.pid, cores.others);
  await chain.shop.vipps.answersTake(vippsAnswersMs);
  const sales = await chain.sellAll(chain.tills);
  const screens = chain.tills.flatMap((till) => [chain.display(till), chain.cashier(till)]);
  const measured = { url: new URL(chain.shop.url), pids: [chain.shop.pid], screens, waitSeconds: 1 };
  const result = await load(measured, tills);
  return { chain, sales, load: { ...result, looksPerSecond: await looksPerSecond(chain) } };
}

/** The same screens at something else; `sales` are the orders that they ask about. */
async function others(
  start: () => Promise<Baseline>,
  sales: readonly Sale[],
  waitSeconds: number | null = null,
): Promise<Load> {
  const baseline = await start();
  try {
    const screens = sales.flatMap(({ reference }) => {
      const watched = { path: detailsPath(reference), headers: {} };
      return [watched, watched];
    });
    return await load({ ...baseline, screens, waitSeconds }, sales.length);
  } finally {
    await baseline.end();
  }
}

const tillsPerCore = ({ cpuPerTill }: Load) => 1e6 / cpuPerTill;
const whole = (value: number) => Math.round(value).toLocaleString('en-US');

export async function measureTills(): Promise<Figure[]> {
  const light = await ours(few);
  await light.chain.close();
  const { chain, sales, load: heavy } = await ours(many);
  try {
    // From here on nobody else asks Vipps about these orders.
    await chain.shop.stopServer();
    const upstream = await upstreamAt(chain.shop.vipps.url);
    const bare = await others(() => startBare(upstream), sales, 1);
    const passThrough = await others(() => startForwarder(upstream, 0), sales);
    const cache = isNginxInstalled()
      ? { name: "nginx' 1 s cache", load: await others(() => startNginx(upstream), sales) }
      : { name: '1 s cache in Node', load: await others(() => startForwarder(upstream, 1_000), sales) };
    return figuresOf(light.load, heavy, { bare, passThrough, cache });
  } finally {
    await chain.close();
  }
}

type Others = { bare: Load; passThrough: Load; cache: { name: string; load: Load } };

function figuresOf(light: Load, heavy: Load, { bare, passThrough, cache }: Others): Figure[] {
  const overPassThrough = tillsPerCore(heavy) / tillsPerCore(passThrough);
  const overCache = tillsPerCore(heavy) / tillsPerCore(cache.load);
  const growth = heavy.cpuPerTill / light.cpuPerTill;
  const isFast = heavy.p99Ms < goalP99Ms;
  const seen = `${whole(tillsPerCore(heavy))}; at ${whole(many)}: p99 ${milliseconds(heavy.p99Ms)}, ${heavy.looksPerSecond.toFixed(2)} looks a second`;
  return [
    {
      name: 'tills per core, over pass-through',
      seen,
      goal: `at least 3.0 times, and ${whole(many)} with p99 < ${goalP99Ms} ms`,
      floor: `polls and looks alone, in bare Node: ${whole(tillsPerCore(bare))}`,
      holds: overPassThrough >= 3 && tillsPerCore(heavy) >= many && isFast,
      baseline: `pass-through ${whole(tillsPerCore(passThrough))}, p99 ${milliseconds(passThrough.p99Ms)}`,
      ratio: { value: overPassThrough, better: 'higher' },
    },
    {
      name: 'tills per core, over a 1 s cache',
      seen: whole(tillsPerCore(heavy)),
      goal: 'at least 0.8 times',
      floor: '',
      holds: overCache >= 0.8,
      baseline: `${cache.name} ${whole(tillsPerCore(cache.load))}, p99 ${milliseconds(cache.load.p99Ms)}`,
      ratio: { value: overCache, better: 'higher' },
    },
    {
      name: `growth from ${few} to ${whole(many)} tills, processor time per till`,
      seen: `${(heavy.cpuPerTill / 1000).toFixed(2)} ms a second`,
      goal: 'at most 1.2 times',
      floor: '',
      holds: growth <= 1.2,
      baseline: `at ${few}: ${(light.cpuPerTill / 1000).toFixed(2)} ms a second`,
      ratio: { value: growth, better: 'lower' },
    },
    {
      name: `memory at ${whole(many)} tills`,
      seen: megabytes(heavy.megabytes),
      goal: '≤ 250 MB',
      holds: heavy.megabytes <= 250,
      floor: `bare Node ${megabytes(bare.megabytes)}`,
      baseline: `at ${few}: ${megabytes(light.megabytes)}`,
      ratio: { value: heavy.megabytes / light.megabytes, better: 'lower' },
    },
  ];
}
