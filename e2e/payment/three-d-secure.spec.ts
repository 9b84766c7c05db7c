// The customer's bank says yes when the sale has run out and the till has sold again.
import { gateways } from '../shop/gateways.ts';
import { expect, test } from '../shop/screens/fixtures.ts';

for (const { name, settings, ask, amount, cashier: says } of gateways) {
  // With ePayment only our own ten minutes end a sale: the fault tables play that.
  if (name === 'ePayment') continue;
  test.describe(name, () => {
    test.use({ settings, speed: 1 });

    test('[P3] approved after the till has sold again: it is given back, and both screens stay with the next sale', async ({
      shop,
      cashier,
      display,
      counter,
    }) => {
      await shop.vipps.set({ lifetimeSeconds: 8 });
      await ask(cashier);
      await counter.shows('presented');
      const code = await counter.readCode();
      const { reference = '' } = (await shop.payment()) ?? {};
      await shop.vipps.startThreeDSecure(reference, 600);
      await counter.shows('closing');
      await shop.vipps.set({ lifetimeSeconds: 600 });
      await cashier.getByRole('button', { name: 'New sale' }).click();
      await ask(cashier);
      await counter.shows('presented');
      await shop.phone.act(code, 'approve');

      const today = cashier.getByRole('region', { name: 'Today' });
      await expect(today.getByText('Needs attention')).toBeVisible();
      await expect(today).toContainText(says.givenBack);
      await expect(display.locator('[data-state]')).toHaveAttribute('data-state', 'presented');
      const first = (await shop.api('GET', `/payments/${reference}`)).body;
      expect(first).toMatchObject({ state: 'expired', capturedAmount: 0, problem: { code: 'released' } });
      const { state, agreement } = await shop.vipps.order(reference);
      expect(state).toMatchObject({ reserved: amount, captured: 0, cancelled: true });
      expect(agreement?.status ?? 'STOPPED').toBe('STOPPED');
    });
  });
}
