// One trial of a screen: a browser that has never seen it, on a processor four times slower than this one.
import type { Browser, BrowserContextOptions, Page } from 'playwright/test';
import type { Cookie } from '../shop/api.ts';
import type { Shop } from '../shop/shop.ts';
import { paintedAfter, type Told, told, watchPage } from './watch-page.ts';

const slowDown = 4;
export type Size = { readonly width: number; readonly height: number };
/** Of one trial: what the page told, and milliseconds from each touch to what it painted. */
export type Trial = Told & { readonly answersMs: readonly number[] };

async function open(
  browser: Browser,
  url: string,
  cookie: Cookie,
  options: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext(options);
  await context.addCookies([cookie]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  await watchPage(page);
  await page.goto(url);
  return page;
}

/** The life of a sale on the customer's screen, from idle to idle; the customer reads on in Finnish. */
export async function tryDisplay(
  browser: Browser,
  shop: Shop,
  paired: Cookie,
  viewport: Size,
): Promise<Trial> {
  const page = await open(browser, `${shop.url}/display/1`, paired, { viewport, hasTouch: true });
  const shows = (state: string) => page.locator(`[data-state=${state}]`).waitFor();
  await shows('idle');
  await page.getByRole('group', { name: 'Language' }).waitFor();
  // Later ones are not of loading any more.
  const { largestPaintMs } = await told(page);
  const sale = { amount: { value: 24_900, currency: 'NOK' }, text: 'Two coffees' };
  const { reference } = (await shop.api('POST', '/tills/1/payments', sale)).body;
  const { phoneUrl } = await shop.vipps.order(reference);
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
  const trial = { ...(await told(page)), largestPaintMs, answersMs: [answerMs] };
  await page.context().close();
  return trial;
}

/** An amount keyed in, with the keys and with a finger. */
export async function tryCashier(browser: Browser, shop: Shop): Promise<Trial> {
  const viewport = { width: 1280, height: 800 };
  const page = await open(browser, `${shop.url}/cashier/1`, shop.session, { viewport });
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
  const trial = { ...(await told(page)), answersMs };
  await page.context().close();
  return trial;
}
