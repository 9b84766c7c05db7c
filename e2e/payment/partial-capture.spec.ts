// Captured by staff: a part of what is reserved, and the rest goes back to the customer.
import { expect, test } from '../shop/screens/fixtures.ts';

for (const api of ['ecom', 'epayment']) {
  test.describe(api, () => {
    test.use({ settings: { CAPTURE: 'manual', VIPPS_API: api } });

    test('a part is captured, and the rest is released, once each', async ({ shop, cashier, counter }) => {
      await shop.phone.act(await counter.sell('24900', 'Two coffees'), 'approve');
      await counter.shows('approved');
      const { reference = '' } = (await shop.payment()) ?? {};
      expect((await shop.vipps.order(reference)).state).toMatchObject({ reserved: 24_900, captured: 0 });

      await cashier
        .getByRole('region', { name: 'Today' })
        .getByRole('button', { name: /Two coffees/ })
        .click();
      const details = cashier.getByRole('dialog');
      await details.getByRole('button', { name: 'Another amount' }).click();
      const amount = details.getByRole('textbox', { name: 'Amount to capture' });
      await amount.fill('500');
      await details.getByRole('button', { name: 'Capture this amount' }).click();
      await expect(details.getByText(/^At most 249,00.kr can be captured\.$/)).toBeVisible();
      await amount.fill('200');
      await details.getByRole('button', { name: 'Capture this amount' }).click();
      await expect.poll(async () => (await shop.vipps.order(reference)).state.captured).toBe(20_000);

      await details.getByRole('button', { name: /^Release 49,00/ }).click();
      await details.getByRole('button', { name: 'Keep it reserved' }).click();
      await details.getByRole('button', { name: /^Release 49,00/ }).click();
      await details.getByRole('button', { name: 'Yes, release' }).click();
      await expect
        .poll(async () => (await shop.api('GET', `/payments/${reference}`)).body)
        .toMatchObject({ capturedAmount: 20_000, releasedAmount: 4_900 });
      await expect(details.getByRole('button', { name: /^(Release|Capture)/ })).toHaveCount(0);
    });
  });
}
