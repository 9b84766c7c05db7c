// What the Displays dialog says of how a tablet is added; new-shop.spec.ts shows it with a server that no tablet can reach.
import { expect, test } from '../pages/fixtures.ts';
import { home } from '../pages/scripted-api.ts';

test('the Displays dialog names the address to open on a tablet, as text whatever it holds', async ({
  freshCashier: { api, page, url },
}) => {
  const markup = '<script>alert(1)</script>';
  for (const address of [home.addressForTablets, markup]) {
    api.answer('GET', /^\/api\/home$/, () => ({ json: { ...home, addressForTablets: address } }));
    await page.goto(`${url}/cashier/1`);
    await page.getByRole('button', { name: 'Displays' }).click();
    const dialog = page.getByRole('dialog', { name: 'Displays' });
    await expect(dialog).toContainText(
      `Open ${address}/display on the tablet. It shows a code: enter it here.`,
    );
  }
});
