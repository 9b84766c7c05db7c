import type { Browser, Page } from 'playwright/test';
import type { Cookie } from '../shop/api.ts';
import { expect, test } from '../shop/screens/fixtures.ts';
import type { Shop } from '../shop/shop.ts';

// These tests move the clocks of the pages themselves.
test.use({ speed: 1 });

const hourMs = 3_600_000;
const jumpsMs = [hourMs, -hourMs] as const;

/** Puts a QR on the till. @returns when it, and the payment, run out: epoch milliseconds by the clock of this machine. */
async function present(shop: Shop) {
  const amount = { value: 24_900, currency: 'NOK' };
  const { body } = await shop.api('POST', `/tills/${shop.till}/payments`, { amount });
  const { phoneUrl } = await shop.vipps.order(body.reference);
  return { phoneUrl, scanMs: Date.parse(body.qr.expiresAt), approveMs: Date.parse(body.expiresAt) };
}

/** A screen on a tablet of its own, whose clock is wrong from the start. */
async function openOn(browser: Browser, url: string, aheadMs: number, cookie: Cookie): Promise<Page> {
  const page = await browser.newPage();
  await page.context().addCookies([cookie]);
  await page.clock.install({ time: Date.now() + aheadMs });
  await page.goto(url);
  return page;
}

const secondsIn = (text: string | null) => {
  const [, minutes, seconds] = /^(\d+):(\d\d) left$/.exec(text ?? '') ?? [];
  return Number(minutes) * 60 + Number(seconds);
};

/** What the countdown shows at its next changes, in seconds. */
async function nextSeconds(page: Page, changes: number): Promise<number[]> {
  const texts = await page.getByRole('timer').evaluate(
    (timer, count) =>
      new Promise<(string | null)[]>((resolve) => {
        const seen: (string | null)[] = [];
        const observer = new MutationObserver(() => {
          seen.push(timer.textContent);
          if (seen.length < count) return;
          observer.disconnect();
          resolve(seen);
        });
        observer.observe(timer, { characterData: true, childList: true, subtree: true });
      }),
    changes,
  );
  return texts.map(secondsIn);
}

/** The countdown goes down second by second, and shows what is really left until `untilMs`. */
async function expectCountsTo(page: Page, untilMs: number, changes = 3): Promise<void> {
  await expect(page.getByRole('timer')).toHaveText(/^\d+:\d\d left$/);
  const shown = await nextSeconds(page, changes);
  const leftMs = untilMs - Date.now();
  expect(shown).toEqual([...new Set(shown)].sort((one, other) => other - one));
  expect(Math.abs((shown.at(-1) ?? 0) * 1000 - leftMs)).toBeLessThanOrEqual(2_000);
}

/** From here on the server's wall clock is wrong; how much time is left is not. */
async function putServerClock(page: Page, aheadMs: number): Promise<{ unchanged: number }> {
  const answers = { unchanged: 0 };
  const put = (time = '') => new Date(Date.parse(time) + aheadMs);
  await page.route('**/api/tills/*/payment', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), date: put(response.headers()['date']).toUTCString() };
    if (response.status() === 304) {
      answers.unchanged += 1;
      return route.fulfill({ response, headers });
    }
    const { payment, ...rest } = await response.json();
    const qr = payment.qr && { ...payment.qr, expiresAt: put(payment.qr.expiresAt).toISOString() };
    const expiresAt = put(payment.expiresAt).toISOString();
    return route.fulfill({ response, headers, json: { ...rest, payment: { ...payment, qr, expiresAt } } });
  });
  return answers;
}

test('[P1] on a tablet whose clock is an hour wrong both screens show the time that is left', async ({
  browser,
  shop,
}) => {
  const { scanMs } = await present(shop);
  const see = async (screen: string, aheadMs: number, cookie: Cookie) => {
    const page = await openOn(browser, `${shop.url}/${screen}/${shop.till}`, aheadMs, cookie);
    await expectCountsTo(page, scanMs);
    await page.context().close();
  };
  for (const aheadMs of jumpsMs) {
    const display = see('display', aheadMs, await shop.pairDisplay());
    await Promise.all([display, see('cashier', aheadMs, shop.session)]);
  }
});

test('[P1] a tablet whose clock is put an hour ahead and back while it counts goes on counting', async ({
  browser,
  shop,
}) => {
  const { phoneUrl, scanMs, approveMs } = await present(shop);
  const page = await openOn(browser, `${shop.url}/display/${shop.till}`, 0, await shop.pairDisplay());
  await expectCountsTo(page, scanMs);
  for (const aheadMs of jumpsMs) {
    await page.clock.setSystemTime(Date.now() + aheadMs);
    await expectCountsTo(page, scanMs);
  }
  await shop.phone.scan(phoneUrl);
  await expect(page.getByText('We are waiting for your approval')).toBeVisible();
  await expectCountsTo(page, approveMs);
  await page.context().close();
});

test('[P1] a server whose clock is put an hour ahead and back while the display counts changes nothing', async ({
  shop,
  display,
}) => {
  const { phoneUrl, scanMs, approveMs } = await present(shop);
  await expectCountsTo(display, scanMs);
  for (const aheadMs of jumpsMs) {
    const server = await putServerClock(display, aheadMs);
    await expect.poll(() => server.unchanged).toBeGreaterThan(0);
    await expectCountsTo(display, scanMs);
    await display.unrouteAll({ behavior: 'ignoreErrors' });
  }
  await putServerClock(display, jumpsMs[0]);
  await shop.phone.scan(phoneUrl);
  await expect(display.getByText('We are waiting for your approval')).toBeVisible();
  await expectCountsTo(display, approveMs);
});
