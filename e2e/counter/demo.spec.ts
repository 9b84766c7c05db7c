import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { type Program, run, serverScript } from '../shop/programs/process.ts';
import { findQr } from '../shop/screens/qr.ts';

let folder: string;
let demo: Program;
const start = (ports: { PORT: string; SIMULATOR_PORT: string }) =>
  run(serverScript, { ...ports, DATABASE_URL: `file:${join(folder, 'demo.db')}` }, /Phone: +(\S+)/);

const link = (name: 'cashier' | 'display') => new RegExp(`${name} (\\S+)`).exec(demo.output())?.[1] ?? '';

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tillside-demo-'));
  demo = await start({ PORT: '0', SIMULATOR_PORT: '0' });
});
test.afterEach(async () => {
  await demo.end('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('a stranger pays in the demo with the three links that it prints, across a restart', async ({
  browser,
}) => {
  const [cashier, display, phone] = [
    await browser.newPage(),
    await browser.newPage(),
    await browser.newPage(),
  ];
  await cashier.goto(link('cashier'));
  await cashier.getByRole('button', { name: 'Sign in' }).click();
  await display.goto(link('display'));
  await phone.goto(demo.found);
  await expect(cashier.getByText('DEMO', { exact: true })).toBeVisible();
  await expect(display.getByText('DEMO', { exact: true })).toBeVisible();

  for (const key of ['4', '2', '00']) await cashier.getByRole('button', { name: key, exact: true }).click();
  await cashier.getByRole('button', { name: /^Charge/ }).click();
  await expect(display.locator('[data-state="presented"]')).toBeVisible();
  await expect.poll(async () => findQr(await display.screenshot())?.text).toContain('/phone/');

  const ports = { PORT: new URL(link('display')).port, SIMULATOR_PORT: new URL(demo.found).port };
  expect(await demo.end('SIGINT')).toBe(0);
  demo = await start(ports);

  await phone.getByRole('link', { name: /42/ }).click();
  await expect(phone.getByRole('button', { name: 'Approve' })).toBeVisible();
  await expect(display.locator('[data-state="scanned"]')).toBeVisible();
  await phone.getByRole('button', { name: 'Approve' }).click();
  await expect(display.locator('[data-state="approved"]')).toBeVisible();
  await expect(cashier.getByText('The money is captured.')).toBeVisible();
});

test('the first page leads to both screens of each till', async ({ page }) => {
  await page.goto(new URL('/', link('display')).href);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('DEMO', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'simulated phone' })).toHaveAttribute('href', demo.found);
  await page.getByRole('link', { name: 'Customer display' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  await page.goto(new URL('/cashier/9', link('display')).href);
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
});
