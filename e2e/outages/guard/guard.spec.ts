// No page is ever blank: a browser that is too old, a script that cannot be loaded, and an answer that breaks a page.
import { expect, test } from 'playwright/test';
import { cashierSeat, Screen } from '../../contact-sheet/screen.ts';
import { languages } from '../../contact-sheet/states.ts';
import { policyViolations } from '../../pages/policy-violations.ts';
import { Site } from '../../pages/site.ts';
import { breakTill, stopped } from './broken-page.ts';

const idle = { name: 'idle', payment: null };
const paths = [
  '/',
  '/display',
  '/cashier/1',
  '/reconciliation',
  '/sign-in',
  '/staff',
  '/audit',
  '/settings',
  '/reports',
];

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
    const screen = await Screen.open(browser, { state: idle, language }, cashierSeat);
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
