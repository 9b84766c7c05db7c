// What the Displays dialog says of how a tablet is added; new-shop.spec.ts shows it with a server that no tablet can reach.
import { expect, test } from '../pages/fixtures.ts';
import { home, tabletAt } from '../pages/scripted-api.ts';

test('the Displays dialog names the addresses to open on a tablet, as text whatever they hold', async ({
  freshCashier: { api, page, url },
}) => {
  const [first] = home.tabletAddresses;
  const markup = tabletAt('<script>alert(1)</script>');
  for (const tabletAddresses of [[first], [first, markup]]) {
    api.answer('GET', /^\/api\/home$/, () => ({ json: { ...home, tabletAddresses } }));
    await page.goto(`${url}/cashier/1`);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Displays' }).click();
    const dialog = page.getByRole('dialog', { name: 'Displays' });
    await expect(
      dialog.getByText(/^Open the address below on the tablet, or scan it with the camera\./),
    ).toBeVisible();
    if (tabletAddresses.length > 1) await dialog.getByText(/^Other addresses, if the tablet/).click();
    for (const one of tabletAddresses) {
      await expect(dialog.getByText(one?.address ?? '', { exact: true })).toBeVisible();
    }
    await expect(dialog.getByRole('img', { name: /^QR code: / })).toHaveCount(tabletAddresses.length);
  }
});
