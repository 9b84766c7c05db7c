// No page is ever blank: a browser that is too old, a script that cannot be loaded, and an answer that breaks a page.
import { type Browser, expect, type Page, test } from 'playwright/test';
import { cashierSeat, displaySeat, Screen, type Seat } from '../contact-sheet/screen.ts';
import { type Language, languages, sizes, states } from '../contact-sheet/states.ts';
import { policyViolations } from '../pages/policy-violations.ts';
import { refusal } from '../pages/scripted-api.ts';
import { Site } from '../pages/site.ts';

const idle = { name: 'idle', payment: null };
const english = languages[0];
const stopped = (page: Page) => page.locator('[data-stopped]');
const paths = ['/', '/display', '/cashier/1', '/reconciliation', '/sign-in', '/staff', '/audit', '/settings'];

/** A till whose locale no browser understands, and whose name cannot be drawn. */
async function breakTill({ page }: Screen): Promise<void> {
  await page.route('**/api/tills/1/payment*', async (route) => {
    const answer = await route.fetch();
    const body = await answer.json().catch(() => null);
    if (body === null) return route.fulfill({ response: answer });
    const till = { ...body.till, locale: '-', name: {} };
    return route.fulfill({ response: answer, json: { ...body, till } });
  });
}

const open = (browser: Browser, seat: Seat, language: Language = english) =>
  Screen.open(browser, { state: idle, language }, seat);

/** By what it is called: taken away before any script of the page runs. */
const needed: Readonly<Record<string, () => void>> = {
  modules: () => Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule'),
  fetch: () => Reflect.deleteProperty(window, 'fetch'),
  AbortController: () => Reflect.deleteProperty(window, 'AbortController'),
  '<dialog>': () => Reflect.deleteProperty(window, 'HTMLDialogElement'),
  'Object.fromEntries': () => Reflect.deleteProperty(Object, 'fromEntries'),
  flatMap: () => Reflect.deleteProperty(Array.prototype, 'flatMap'),
  replaceAll: () => Reflect.deleteProperty(String.prototype, 'replaceAll'),
  'Intl.Locale': () => Reflect.deleteProperty(Intl, 'Locale'),
  inset: () => {
    const { supports } = CSS;
    CSS.supports = (name: string, value?: string) =>
      name !== 'inset' && (value === undefined ? supports(name) : supports(name, value));
  },
};

for (const [name, takeAway] of Object.entries(needed)) {
  test(`a browser without ${name} is told in five languages that it is too old`, async ({ browser }) => {
    const site = await Site.open(() => ({ status: 404 }));
    const context = await browser.newContext({ locale: 'fi-FI' });
    const page = await context.newPage();
    const said = policyViolations(page);
    await page.addInitScript(takeAway);
    for (const path of name === 'modules' ? paths : ['/display']) {
      await page.goto(site.url + path);
      await expect(stopped(page).locator('p')).toHaveCount(5);
      await expect(stopped(page).locator('p').first()).toHaveText(/^Tämä selain on liian vanha/);
      await expect(page.locator('#root')).toBeHidden();
    }
    expect(said).toEqual([]);
    await context.close();
    site.close();
  });
}

const titles: Readonly<Record<string, [broken: RegExp, again: string]>> = {
  en: [/^This page has stopped$/, 'Load again'],
  nb: [/^Denne siden har stoppet$/, 'Last på nytt'],
  da: [/^Siden er gået i stå$/, 'Indlæs igen'],
  sv: [/^Sidan har stannat$/, 'Ladda igen'],
  fi: [/^Sivu on pysähtynyt$/, 'Lataa uudelleen'],
};

for (const language of languages) {
  const [title, again] = titles[language.lang] ?? [/^$/, ''];
  test(`a cashier page that throws says so in ${language.lang}, tells the server, and loads again`, async ({
    browser,
  }) => {
    const screen = await open(browser, cashierSeat, language);
    const { page, api } = screen;
    const said = policyViolations(page);
    await expect(page.locator(cashierSeat.ready)).toBeVisible();
    api.answer('POST', /^\/api\/client-errors$/, () => ({ status: 204 }));
    const told = page.waitForRequest('**/api/client-errors');
    await breakTill(screen);
    await page.goto(`${screen.url}/cashier/1?canary=47123456`);
    await expect(stopped(page).getByRole('heading')).toHaveText(title);
    const report = (await told).postDataJSON();
    expect(report).toMatchObject({
      page: 'cashier',
      kind: 'error',
      message: expect.stringMatching(/language tag|React error/),
    });
    expect(report.page + report.message).not.toContain('canary');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.getByRole('button', { name: again }).click();
    await expect(page.locator(cashierSeat.ready)).toBeVisible();
    expect(said).toEqual([]);
    await screen.close();
  });
}

test('a display that throws loads itself anew, in growing pauses, and only while the server answers', async ({
  browser,
}) => {
  const screen = await open(browser, displaySeat);
  const { page, api } = screen;
  api.answer('POST', /^\/api\/client-errors$/, () => ({ status: 204 }));
  await expect(page.locator(displaySeat.ready).first()).toBeVisible();
  await page.clock.install();
  await breakTill(screen);
  /** After how many steps of half a second of the page's own time it was loaded. */
  const loads: number[] = [];
  let steps = 0;
  page.on('framenavigated', () => loads.push(steps));
  await page.reload();
  await page.clock.pauseAt(new Date(Date.now() + 3_600_000));
  const passUntil = (isThere: () => boolean) =>
    expect
      .poll(
        async () => {
          steps += 1;
          await page.clock.runFor(500).catch(() => {});
          return isThere();
        },
        { intervals: [20] },
      )
      .toBe(true);
  await passUntil(() => loads.length === 4);
  const pauses = loads.slice(1).map((at, index) => at - (loads[index] ?? 0));
  expect(pauses[0]).toBeGreaterThanOrEqual(9);
  expect(pauses[1]).toBeGreaterThanOrEqual(19);
  expect(pauses[2]).toBeGreaterThanOrEqual(39);
  const heading = stopped(page).getByRole('heading');
  await expect
    .poll(async () => {
      await page.clock.runFor(500);
      return heading.count();
    })
    .toBe(1);
  await expect(heading).toHaveText('One moment, please');

  await page.route('**/display/1', (route) => route.abort());
  await page.clock.runFor(400_000);
  expect(loads).toHaveLength(4);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await passUntil(() => loads.length === 5);
  await page.clock.resume();
  await expect(page.locator('[data-state="idle"]')).toBeVisible();
  await screen.close();
});

for (const path of paths) {
  test(`${path} says that it could not be loaded when its script does not come`, async ({ page }) => {
    const site = await Site.open(() => ({ status: 404 }));
    await page.route(/assets\/(?!guard)[\w-]+\.js$/, (route) => route.abort());
    await page.goto(site.url + path);
    await expect(stopped(page)).toHaveAttribute('data-stopped', 'notLoaded');
    await expect(stopped(page).getByRole('heading')).toHaveText(
      path === '/display' ? 'One moment, please' : 'This page could not be loaded',
    );
    site.close();
  });
}

/** The size of each text on the page, in CSS pixels. */
const sizesOn = (page: Page) =>
  page
    .locator('.notice-page :is(h1, p)')
    .evaluateAll((texts) => texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize)));

for (const [what, missing] of [
  ['its script', /assets\/(?!guard)[\w-]+\.js$/],
  ['its script and its styles', /assets\/(?!guard)[\w-]+\.(js|css)$/],
] as const) {
  test(`what a display without ${what} says can be read from 1.5 m, on every screen`, async ({ page }) => {
    const site = await Site.open(() => ({ status: 404 }));
    await page.route(missing, (route) => route.abort());
    await page.goto(`${site.url}/display`);
    await expect(stopped(page).getByRole('heading')).toBeVisible();
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      const read = await sizesOn(page);
      expect(read).toHaveLength(2);
      expect(Math.min(...read), `${width}x${height}`).toBeGreaterThanOrEqual(32);
      const text = await stopped(page).locator('p').boundingBox();
      expect((text?.y ?? height) + (text?.height ?? 0), `${width}x${height}`).toBeLessThanOrEqual(height);
    }
    site.close();
  });
}

test('that there is no such till can be read on a display from 1.5 m', async ({ browser }) => {
  const screen = await open(browser, displaySeat);
  screen.api.answer('GET', /\/payment$/, () => ({ status: 404, json: refusal('not_found') }));
  await screen.page.goto(`${screen.url}/display/1`);
  await expect(screen.page.getByRole('heading', { name: 'There is no such till' })).toBeVisible();
  expect(Math.min(...(await sizesOn(screen.page)))).toBeGreaterThanOrEqual(32);
  await screen.close();
});

test('[P6] a display that broke during a payment shows its code again once it has loaded', async ({
  browser,
}) => {
  const [state] = states.filter(({ name }) => name === 'QR');
  if (state === undefined) throw new Error('there is no such state');
  const screen = await Screen.open(browser, { state, language: english }, displaySeat);
  const { page, api } = screen;
  api.answer('POST', /^\/api\/client-errors$/, () => ({ status: 204 }));
  const code = page.locator('[data-state="presented"]').getByRole('img', { name: /^QR code: scan to pay/ });
  await expect(code).toBeVisible();
  await page.clock.install();
  await breakTill(screen);
  await page.reload();
  await expect(stopped(page)).toBeVisible();
  await expect(code).toHaveCount(0);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.clock.runFor(6_000);
  await expect(code).toBeVisible();
  await expect(stopped(page)).toHaveCount(0);
  await screen.close();
});
