// How soon an approval is shown: on five screens, and to programs that poll.
import { setTimeout as pause } from 'node:timers/promises';
import { median, spread, worst } from '../run/statistics.ts';
import { sell, untilOver } from '../shop/sales.ts';
import type { ShopInBrowser } from '../shop/screens/shop-in-browser.ts';
import { detailsPath, startForwarder, upstreamAt } from './baselines/baseline.ts';
import { type Figure, seconds } from './figure.ts';
import { openShop, vippsAnswersMs } from './open-shop.ts';
import { epochMs, seenAtMs, watchFor } from './pages/eyes.ts';
import { Watcher } from './watcher.ts';

const everyMs = 1_000;
const goals = { medianMs: 550, worstMs: 1_100 };
const approved = { display: '[data-state="approved"]', cashier: '.mirror[data-tone="good"]' };
type Approvals = {
  /** For each trial: when the last of five screens shows it, and the page that polls every 2 s; milliseconds after the approval. */
  oursMs: number[];
  theirsMs: number[];
  looksPerSecond: number;
};

async function play(inBrowser: ShopInBrowser, trials: number): Promise<Approvals> {
  const { shop } = inBrowser;
  const display = await inBrowser.display();
  const cashier = await inBrowser.cashier();
  const poller = await inBrowser.newWindow(null);
  const forwarder = await startForwarder(await upstreamAt(shop.vipps.url));
  const watchers = [1, 2, 3].map(() => new Watcher(shop));
  const result: Approvals = { oursMs: [], theirsMs: [], looksPerSecond: 0 };
  const rates: number[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    const [reference, other] = [await sell(shop, '1'), await sell(shop, '2')];
    const [sale, theirs] = [await shop.vipps.order(reference), await shop.vipps.order(other)];
    await shop.phone.scan(sale.phoneUrl);
    const address = `${forwarder.url.origin}/page?path=${encodeURIComponent(detailsPath(other))}`;
    await poller.goto(address);
    await watchFor(display, approved.display);
    await watchFor(cashier, approved.cashier);
    await watchFor(poller, approved.display);
    for (const watcher of watchers) watcher.begin();
    await pause(everyMs + spread(trial) * 2 * everyMs);
    const approvedAtMs = epochMs();
    await Promise.all([sale, theirs].map(({ phoneUrl }) => shop.phone.act(phoneUrl, 'approve')));
    const ours = [seenAtMs(display), seenAtMs(cashier), ...watchers.map((watcher) => watcher.seenAtMs())];
    result.oursMs.push(worst(await Promise.all(ours)) - approvedAtMs);
    result.theirsMs.push((await seenAtMs(poller)) - approvedAtMs);
    const { looks } = await shop.vipps.order(reference);
    rates.push((looks.length - 1) / (((looks.at(-1) ?? 0) - (looks[0] ?? 0)) / 1000));
    await Promise.all([reference, other].map((one) => untilOver(shop, one)));
  }
  for (const watcher of watchers) watcher.close();
  await Promise.all([display, cashier, poller].map((page) => page.context().close()));
  await forwarder.end();
  return { ...result, looksPerSecond: median(rates) };
}

function figuresOf({ oursMs, theirsMs, looksPerSecond }: Approvals): Figure[] {
  const [ours, last] = [median(oursMs), worst(oursMs)];
  const goal = `median ≤ ${seconds(goals.medianMs)}, worst ≤ ${seconds(goals.worstMs)}, + Vipps' answer (${vippsAnswersMs} ms)`;
  return [
    {
      name: 'approved at Vipps to shown on the last of 5 screens',
      seen: `median ${seconds(ours)}, worst ${seconds(last)}`,
      goal,
      holds: ours <= goals.medianMs + vippsAnswersMs && last <= goals.worstMs + vippsAnswersMs,
      floor: `one poll a second: ${seconds(everyMs / 2 + vippsAnswersMs)}`,
      baseline: `page that polls every 2 s: median ${seconds(median(theirsMs))}, worst ${seconds(worst(theirsMs))}`,
      ratio: { value: ours / median(theirsMs), better: 'lower' },
    },
    {
      name: 'calls to Vipps per payment-second, 5 screens',
      seen: looksPerSecond.toFixed(2),
      goal: '1.00',
      holds: Math.abs(looksPerSecond - 1) < 0.02,
      floor: '1.00',
      baseline: 'a server that hands on each question: 5.00',
      ratio: { value: looksPerSecond, better: 'lower' },
    },
  ];
}

export async function measureApprovals({ trials }: { trials: number }): Promise<Figure[]> {
  const inBrowser = await openShop();
  try {
    return figuresOf(await play(inBrowser, trials));
  } finally {
    await inBrowser.close();
  }
}
