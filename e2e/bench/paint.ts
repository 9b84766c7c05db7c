// How soon a tablet that has just been switched on, and is a slow one, shows anything.
import { type Browser, chromium, type Page } from 'playwright/test';
import { findBrowser } from '../run/browser.ts';
import { median } from '../run/statistics.ts';
import type { Cookie } from '../shop/api.ts';
import { Shop } from '../shop/shop.ts';
import { type Figure, milliseconds } from './figure.ts';

const slowDown = 4;
const goalMs = 1_000;

async function firstPaintMs(browser: Browser, url: string, cookie: Cookie | null): Promise<number> {
  // A window of its own: nothing is in its cache.
  const context = await browser.newContext({ viewport: { width: 800, height: 1280 } });
  if (cookie !== null) await context.addCookies([cookie]);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  await page.goto(url);
  const paintedMs = await contentfulMs(page);
  await context.close();
  return paintedMs;
}

const contentfulMs = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('first-contentful-paint');
          if (entry !== undefined) resolve(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );

export async function measurePaint({ trials }: { trials: number }): Promise<Figure[]> {
  const shop = await Shop.open();
  const browser = await chromium.launch(await findBrowser());
  try {
    const cookie = await shop.pairDisplay();
    const [ours, least]: [number[], number[]] = [[], []];
    for (let trial = 0; trial < trials; trial += 1) {
      ours.push(await firstPaintMs(browser, `${shop.url}/display/1`, cookie));
      least.push(await firstPaintMs(browser, `${shop.url}/healthz`, null));
    }
    const [seen, floor] = [median(ours), median(least)];
    return [
      {
        name: `first paint of the display, cold, ${slowDown} times slowed down`,
        ...{ seen: milliseconds(seen), goal: `≤ ${goalMs} ms`, holds: seen <= goalMs },
        ...{ floor: `a page of one line ${milliseconds(floor)}`, baseline: '' },
        ratio: { value: seen / floor, better: 'lower' },
      },
    ];
  } finally {
    await browser.close();
    await shop.close();
  }
}
