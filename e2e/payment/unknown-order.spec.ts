// The keys are those of another sales unit by now, to which Vipps answers that there is no such order.
import { gateways } from '../shop/gateways.ts';
import { expect, test } from '../shop/screens/fixtures.ts';

const now = { name: 'Now' };
const today = { name: 'Today' };

for (const { name, settings, ask, amount, ...gateway } of gateways) {
  test.describe(name, () => {
    test.use({ settings, speed: 1 });

    test('[P1] Vipps does not know what the customer has paid: no screen says that nothing was taken, and it is found again', async ({
      shop,
      cashier,
      display,
      counter,
    }) => {
      await ask(cashier);
      await counter.shows('presented');
      const code = await counter.readCode();
      const { reference = '' } = (await shop.payment()) ?? {};
      await shop.vipps.knowNothing();
      await shop.phone.act(code, 'approve');
      await counter.cancel();
      await counter.shows('closing');
      await expect(display.getByText('Please speak to the cashier before you leave.')).toBeVisible();
      const region = cashier.getByRole('region', now);
      await expect(region).toContainText('nobody knows whether the customer has paid');
      await expect(cashier.getByRole('region', today).getByText('Needs attention')).toBeVisible();
      await expect(display.getByText('No money was taken')).toHaveCount(0);

      await shop.vipps.breakDown();
      await counter.shows('cancelled');
      await expect(display.getByRole('heading', { name: gateway.display.givenBack })).toBeVisible();
      await expect(region).toContainText(gateway.cashier.givenBack);
      expect((await shop.vipps.order(reference)).state).toMatchObject({ reserved: amount, captured: 0 });
    });
  });
}
