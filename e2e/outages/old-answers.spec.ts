// Vipps accepts a capture or a refund, and its answer and the next polls show the totals from before it.
import { gateways } from '../shop/gateways.ts';
import { expect, test } from '../shop/screens/fixtures.ts';

const aMinuteMs = 60_000;

for (const { name, settings, ask, amount, display: says } of gateways) {
  // Without a first payment there is nothing to capture.
  if (amount === 0) continue;
  test.describe(name, () => {
    // What the display shows for ten seconds is read on it.
    test.use({ settings, speed: 1 });

    test('[P1] totals are a minute old: both screens say what was accepted, and it is refunded once', async ({
      shop,
      cashier,
      display,
      counter,
    }) => {
      await ask(cashier);
      await counter.shows('presented');
      const old = { kind: 'stale', delayMs: aMinuteMs, times: 1 } as const;
      // Recurring shows no total but that of the charge.
      await shop.vipps.breakDown({ on: 'capture', ...old }, { on: 'refund', ...old });
      await shop.phone.act(await counter.readCode(), 'approve');
      await counter.shows('approved');
      await expect(display.getByRole('heading', { name: says.paid })).toBeVisible();
      await expect.poll(() => shop.payment()).toMatchObject({ capture: 'captured', capturedAmount: amount });
      const { reference = '' } = (await shop.payment()) ?? {};

      // It comes with the money, above the list, which moves then.
      await expect(cashier.getByText('Sales by hour')).toBeVisible();
      await cashier
        .getByRole('region', { name: 'Today' })
        .getByRole('button', { name: /Two coffees|Coffee club/ })
        .click();
      const details = cashier.getByRole('dialog');
      await details.getByRole('button', { name: 'Refund', exact: true }).click();
      await details.getByRole('button', { name: 'Continue' }).click();
      await details.getByRole('button', { name: 'Yes, refund' }).click();
      await expect(details.getByText(/^\d+,00.kr is refunded\./)).toBeVisible();
      await expect(details.getByRole('button', { name: 'Refund', exact: true })).toHaveCount(0);
      await expect(display.getByText(/on its way back/).first()).toBeVisible();
      expect(await shop.vipps.order(reference)).toMatchObject({
        state: { captured: amount, refunded: amount },
        calls: { refund: 1 },
      });
    });
  });
}
