// A sale from Charge to the code that the customer sees, and from POST to 201.
import { median } from '../run/statistics.ts';
import { sell, untilOver } from '../shop/sales.ts';
import type { ShopInBrowser } from '../shop/screens/shop-in-browser.ts';
import type { Shop } from '../shop/shop.ts';
import { type Figure, milliseconds } from './figure.ts';
import { openShop } from './open-shop.ts';
import { seenAtMs, watchFor } from './pages/eyes.ts';

const goals = { paintedMs: 60, answeredMs: 10 };

/** Seconds and number of our server's calls to Vipps so far, by the name of the call. */
async function callsOf(shop: Shop): Promise<Map<string, { seconds: number; count: number }>> {
  const text = await (await fetch(`${shop.url}/metrics`, { headers: shop.signedIn })).text();
  const calls = new Map<string, { seconds: number; count: number }>();
  const line = /^tillside_vipps_call_seconds_(sum|count)\{call="(\w+)",outcome="ok"\} (\S+)$/gm;
  for (const [, kind, name = '', value] of text.matchAll(line)) {
    const call = calls.get(name) ?? { seconds: 0, count: 0 };
    calls.set(name, kind === 'sum' ? { ...call, seconds: Number(value) } : { ...call, count: Number(value) });
  }
  return calls;
}

/** @returns what Vipps takes for the answers that a sale waits for, in milliseconds. */
async function answersMs(shop: Shop): Promise<number> {
  const calls = await callsOf(shop);
  const each = ['initiate', 'qr'].map((name) => {
    const { seconds: total, count } = calls.get(name) ?? { seconds: Number.NaN, count: 1 };
    return (total / count) * 1000;
  });
  // The image is no call to the API, and is not in the metrics; it takes as long as the call before it.
  return each.reduce((sum, ms) => sum + ms, each.at(-1) ?? Number.NaN);
}

/** @returns of each trial, from Charge to the code on the display, in milliseconds. */
async function charges(inBrowser: ShopInBrowser, trials: number): Promise<number[]> {
  const { shop } = inBrowser;
  const display = await inBrowser.display();
  const cashier = await inBrowser.cashier();
  const tookMs: number[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    await cashier.getByRole('button', { name: /^Charge/ }).waitFor();
    await watchFor(display, '.qr[data-loaded="true"]');
    await cashier.keyboard.type('24900');
    await cashier.evaluate(() => {
      addEventListener('keydown', ({ timeStamp }) => sessionStorage.setItem('pressedAt', String(timeStamp)), {
        once: true,
        capture: true,
      });
    });
    await cashier.keyboard.press('Enter');
    const shownAtMs = await seenAtMs(display);
    const pressedAtMs = await cashier.evaluate(
      () => performance.timeOrigin + Number(sessionStorage.getItem('pressedAt')),
    );
    tookMs.push(shownAtMs - pressedAtMs);
    const { reference } = (await shop.payment()) ?? { reference: '' };
    await shop.api('POST', `/payments/${reference}/cancel`);
    await untilOver(shop, reference);
    await cashier.getByRole('button', { name: 'New sale' }).click();
  }
  await Promise.all([display, cashier].map((page) => page.context().close()));
  return tookMs;
}

/** @returns of each trial, from POST to 201, in milliseconds. */
async function sales(shop: Shop, trials: number): Promise<number[]> {
  const tookMs: number[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    const beganMs = performance.now();
    const reference = await sell(shop);
    tookMs.push(performance.now() - beganMs);
    await shop.api('POST', `/payments/${reference}/cancel`);
    await untilOver(shop, reference);
  }
  return tookMs;
}

export async function measureCharges({ trials }: { trials: number }): Promise<Figure[]> {
  const inBrowser = await openShop();
  try {
    const answered = await sales(inBrowser.shop, trials);
    const painted = await charges(inBrowser, trials);
    const floorMs = await answersMs(inBrowser.shop);
    return [
      beyond('Charge pressed to QR painted on the display', painted, floorMs, goals.paintedMs),
      beyond('POST sale to 201', answered, floorMs, goals.answeredMs),
    ];
  } finally {
    await inBrowser.close();
  }
}

function beyond(name: string, tookMs: readonly number[], floorMs: number, goalMs: number): Figure {
  const seen = median(tookMs);
  return {
    name,
    seen: milliseconds(seen),
    goal: `≤ Vipps' three answers + ${goalMs} ms`,
    holds: seen <= floorMs + goalMs,
    floor: `Vipps' answers ${milliseconds(floorMs)}`,
    baseline: '',
    ratio: { value: seen / floorMs, better: 'lower' },
  };
}
