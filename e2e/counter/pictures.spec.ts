import { mkdirSync } from 'node:fs';
import { expect, test } from '../shop/screens/fixtures.ts';

const picture = 'e2e/pictures/counter.png';
const asImage = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;

// `npm run pictures` keeps what this test takes; otherwise it only shows that the picture can still be taken.
test('the README shows both screens while the QR is shown', async ({
  browser,
  cashier,
  display,
  counter,
}) => {
  await expect(cashier.getByText('The customer reads Welcome')).toBeVisible();
  await counter.sell('24900', '2 cappuccino, 1 cinnamon bun');
  await expect(cashier.getByRole('region', { name: 'Now' })).toContainText('Waiting for the scan');
  await expect(cashier.getByRole('img', { name: 'The QR code that the customer sees' })).toBeVisible();
  const [left, right] = [await cashier.screenshot(), await display.screenshot()];
  const context = await browser.newContext({ viewport: { width: 1600, height: 760 } });
  const page = await context.newPage();
  await page.setContent(`<body style="margin:0;display:flex;gap:40px;padding:40px;background:#e4ded8;align-items:center">
    <img src="${asImage(left)}" style="height:650px;border-radius:14px;box-shadow:0 20px 60px #0003" alt="">
    <img src="${asImage(right)}" style="height:680px;border-radius:22px;border:10px solid #1c1a19" alt="">`);
  const keep = test.info().config.updateSnapshots === 'all';
  if (keep) mkdirSync('e2e/pictures', { recursive: true });
  const taken = await page.screenshot(keep ? { path: picture } : {});
  expect(taken.length).toBeGreaterThan(20_000);
  await context.close();
});
