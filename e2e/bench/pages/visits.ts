// One visit of a screen, in a window that has never seen it, on a processor four times slower than this one.
import type { BrowserContextOptions, Page } from 'playwright/test';
import type { Cookie } from '../../shop/api.ts';
import { sell } from '../../shop/sales.ts';
import { landscape, portrait, type ShopInBrowser } from '../../shop/screens/shop-in-browser.ts';
import { firstPaintOn, paintedAfter, type Told, told, watchPage } from './watch-page.ts';

/** What the page told, and milliseconds from each touch to what it painted. */
export type Visit = Told & { readonly answersMs: readonly number[] };

async function open(
  inBrowser: ShopInBrowser,
  path: string,
  cookie: Cookie | null,
  options: BrowserContextOptions,
): Promise<Page> {
  const page = await inBrowser.newWindow(cookie, options);
  await watchPage(page);
  await page.goto(inBrowser.shop.url + path);
  return page;
}

/** @returns when a page of one line was painted, in milliseconds: what no screen is sooner than. */
export async function visitPlainPage(inBrowser: ShopInBrowser): Promise<number> {
  const page = await open(inBrowser, '/healthz', null, { viewport: portrait });
  const paintedMs = await firstPaintOn(page);
  await page.context().close();
  return paintedMs;
}

/** The life of a sale on the customer's screen, from idle to idle; the customer reads on in Finnish. */
export async function visitDisplay(
  inBrowser: ShopInBrowser,
  paired: Cookie,
  viewport: typeof portrait,
): Promise<Visit> {
  const { shop } = inBrowser;
  const page = await open(inBrowser, '/display/1', paired, { viewport, hasTouch: true });
  const shows = (state: string) => page.locator(`[data-state=${state}]`).waitFor();
  await shows('idle');
  await page.getByRole('group', { name: 'Language' }).waitFor();
  // Later ones are not of loading any more.
  const { largestPaintMs } = await told(page);
  const { phoneUrl } = await shop.vipps.order(await sell(shop, '1', 'Two coffees'));
  await page.locator('.qr[data-loaded=true]').waitFor();
  const current = page.getByRole('button', { name: 'English', expanded: false });
  if (await current.isVisible()) await current.tap();
  const finnish = page.getByRole('button', { name: 'Suomi', exact: true });
  const wanted = { event: 'click', selector: 'h1', text: 'Skannaa' };
  const answerMs = await paintedAfter(page, wanted, () => finnish.tap());
  await shop.phone.scan(phoneUrl);
  await shows('scanned');
  await shop.phone.act(phoneUrl, 'approve');
  await shows('approved');
  await shows('idle');
  const visit = { ...(await told(page)), largestPaintMs, answersMs: [answerMs] };
  await page.context().close();
  return visit;
}

/** An amount keyed in, with the keys and with a finger. */
export async function visitCashier(inBrowser: ShopInBrowser): Promise<Visit> {
  const page = await open(inBrowser, '/cashier/1', inBrowser.shop.session, { viewport: landscape });
  await page.getByText('No payments yet today.').or(page.getByRole('list')).first().waitFor();
  const keypad = page.getByRole('group', { name: 'Keypad' });
  const answersMs: number[] = [];
  const shown = { selector: 'output.amount' };
  for (const [key, text] of [
    ['1', '0,01'],
    ['2', '0,12'],
    ['3', '1,23'],
    ['4', '12,34'],
    ['5', '123,45'],
  ] as const)
    answersMs.push(
      await paintedAfter(page, { ...shown, event: 'keydown', text }, () => page.keyboard.press(key)),
    );
  const six = keypad.getByRole('button', { name: '6', exact: true });
  answersMs.push(await paintedAfter(page, { ...shown, event: 'click', text: '234,56' }, () => six.click()));
  const visit = { ...(await told(page)), answersMs };
  await page.context().close();
  return visit;
}
