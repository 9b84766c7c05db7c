// From an empty checkout to the first sale: the way that a new shop goes, and how long its machine takes for it.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'playwright/test';
import { copyCheckout } from '../breaks/checkout.ts';
import { canaries, credentials } from '../shop/accounts.ts';
import { VippsHost } from '../shop/programs/vipps-host.ts';
import { findQr } from '../shop/screens/qr.ts';

/** With the packages in place; what people take to read and type is theirs. */
const mostMs = 180_000;
test.setTimeout(2 * mostMs);

/** A program of npm in a checkout, in a group of its own, so that all that it starts can be ended. */
function npm(words: string[], cwd: string, env: Record<string, string>, input = '') {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn('npm', words, { cwd, env: { PATH, HOME, ...env }, detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const end = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    return ended;
  };
  return { output: () => output, ended, end };
}

test('a new shop goes from an empty checkout to its first sale in three minutes', async ({ browser }) => {
  const checkout = copyCheckout(fileURLToPath(new URL('../..', import.meta.url)));
  const vipps = new VippsHost(credentials);
  const url = await vipps.begin();
  const env = { VIPPS_BASE_URL: url, PORT: '0', LOG_LEVEL: 'trace' };
  const context = await browser.newContext();
  const ends: (() => Promise<unknown>)[] = [() => context.close(), () => vipps.end()];
  try {
    const beganMs = performance.now();
    const shop = ['DK', 'Kaffe', '10150817', 'Vestergade 1', 'en', 'DKK'];
    const answers = ['test', ...Object.values(credentials), ...shop, 'none', 'epayment'];
    const setup = npm(['run', 'setup'], checkout.root, env, answers.map((line) => `${line}\n`).join(''));
    ends.push(setup.end);
    expect(await setup.ended, setup.output()).toBe(0);
    const setupMs = performance.now() - beganMs;
    const server = npm(['start'], checkout.root, env);
    ends.push(server.end);
    await expect.poll(server.output, { timeout: mostMs }).toMatch(/set-up#\S+/);
    const startMs = performance.now() - beganMs - setupMs;

    const link = (pattern: RegExp) => pattern.exec(server.output())?.[1] ?? '';
    const [office, tablet, phone] = [
      await context.newPage(),
      await context.newPage(),
      await context.newPage(),
    ];
    await office.goto(link(/(http\S+set-up#\S+)/));
    await office.getByRole('textbox', { name: 'Name' }).fill('Ola');
    for (const field of ['PIN', 'PIN again']) {
      await office.getByRole('textbox', { name: field, exact: true }).fill('13579024');
    }
    await office.getByRole('button', { name: 'Create manager' }).click();
    await office.getByRole('link', { name: 'Cashier' }).click();
    await tablet.goto(`${link(/ready at (\S+) /)}/display`);
    const code = tablet.locator('[data-pairing-code]');
    await expect(code).toBeVisible();
    await office.getByRole('button', { name: 'More' }).click();
    await office.getByRole('button', { name: 'Displays' }).click();
    await office
      .getByRole('textbox', { name: 'Code on the tablet' })
      .fill((await code.getAttribute('data-pairing-code')) ?? '');
    await office.getByRole('button', { name: 'Pair' }).click();
    await expect(office.getByText('The display is paired with this till.')).toBeVisible();
    await office.keyboard.press('Escape');

    for (const key of ['4', '2', '00']) await office.getByRole('button', { name: key, exact: true }).click();
    await office.getByRole('button', { name: /^Charge/ }).click();
    await expect(tablet.locator('[data-state="presented"]')).toBeVisible();
    await expect.poll(async () => findQr(await tablet.screenshot())?.text).toContain('/phone/');
    await phone.goto(findQr(await tablet.screenshot())?.text ?? '');
    await phone.getByRole('button', { name: 'Approve' }).click();
    await expect(tablet.locator('[data-state="approved"]')).toBeVisible();
    const tookMs = performance.now() - beganMs;
    const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
    console.log(`First sale: ${seconds(tookMs)}, of it setup ${seconds(setupMs)}, start ${seconds(startMs)}`);

    const said = setup.output() + server.output();
    for (const secret of Object.values(canaries)) expect(said).not.toContain(secret);
    expect(readFileSync(join(checkout.root, '.env'), 'utf8')).toMatch(/^SHOP_LOCALE="?en-DK"?$/m);
  } finally {
    for (const end of ends) await end();
    checkout.remove();
  }
});
