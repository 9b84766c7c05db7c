// `npm run soak`: a busy week at one till, sale after sale on the same two pages, and what they and the server hold on to.
import { parseArgs } from 'node:util';
import { inspected, ServerMeter } from '../shop/programs/server-meter.ts';
import { ShopInBrowser } from '../shop/screens/shop-in-browser.ts';
import { PageMeter } from './measure.ts';
import { planSale } from './sales.ts';
import { describeSamples, table } from './table.ts';
import { Till } from './till.ts';
import { judge, type Sample } from './verdict.ts';

/** Without the machine code that a browser makes of ours bit by bit, for an hour: what is left of the heap is what is kept. */
const interpreted = '--js-flags=--no-sparkplug --no-maglev --no-opt';
/** The server can be asked for its memory, and logs as little as it can. */
const settings = { LOG_LEVEL: 'warn', NODE_OPTIONS: inspected };
const options = { payments: { type: 'string', default: '1000' } } as const;
/** Until then caches fill and code is compiled. */
const warmUp = 100;
const measureEvery = 50;

/** How much each may grow. The size of memory varies without growth, counts do not. */
const counted = { share: 0, level: 'least' } as const;
const ofPage = {
  'heap, kB': { share: 0.05, level: 'median' },
  'DOM nodes': counted,
  listeners: counted,
  documents: counted,
  kept: counted,
} as const;
const allowed = {
  display: ofPage,
  cashier: ofPage,
  server: { 'heap, kB': ofPage['heap, kB'], 'resident, kB': { share: 0.1, level: 'median' } },
} as const;
type Who = keyof typeof allowed;

async function soak(till: Till, payments: number): Promise<Record<Who, Sample>[]> {
  const meters = {
    display: await PageMeter.on(till.display),
    cashier: await PageMeter.on(till.cashier),
    server: await ServerMeter.on(till.shop.log),
  };
  const taken: Record<Who, Sample>[] = [];
  for (let number = 1; number <= payments; number += 1) {
    await till.play(planSale(number));
    if (number < warmUp || number % measureEvery !== 0) continue;
    await till.endDay();
    const { heapUsed, rss } = await meters.server.read();
    const sample = {
      display: await meters.display.read(),
      cashier: await meters.cashier.read(),
      server: { 'heap, kB': heapUsed / 1024, 'resident, kB': rss / 1024 },
    };
    taken.push(sample);
    console.log(describeSamples(number, sample));
  }
  meters.server.close();
  return taken;
}

async function main(): Promise<void> {
  const payments = Number(parseArgs({ options }).values.payments);
  if (!(payments >= warmUp + 2 * measureEvery)) throw new Error('--payments takes a number from 200.');
  const beganMs = performance.now();
  const inBrowser = await ShopInBrowser.open(settings, { args: [interpreted] });
  try {
    const taken = await soak(await Till.at(inBrowser), payments);
    const rows = (Object.keys(allowed) as Who[]).flatMap((who) => {
      const samples = taken.map((sample) => sample[who]);
      return Object.entries(allowed[who]).map(([name, { share, level }]) => {
        return { who, verdict: judge(name, samples, share, level) };
      });
    });
    const seconds = Math.round((performance.now() - beganMs) / 1000);
    console.log(`\n${payments} payments in ${seconds} s\n\n${table(rows)}`);
    if (rows.some(({ verdict }) => verdict.grows)) process.exitCode = 1;
  } finally {
    await inBrowser.close();
  }
}

await main();
