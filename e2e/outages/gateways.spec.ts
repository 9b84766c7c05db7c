// The same five endings over all of Vipps' APIs, on both screens.
import type { Page } from 'playwright/test';
import { gateways } from '../shop/gateways.ts';
import { type Counter, expect, test } from '../shop/screens/fixtures.ts';

const now = { name: 'Now' };
const today = { name: 'Today' };

for (const gateway of gateways) {
  const { name, settings, ask, tellsScan, amount, isOver } = gateway;

  /** @returns the code, once the customer sees it. */
  async function asked(cashier: Page, counter: Counter): Promise<string> {
    await ask(cashier);
    await counter.shows('presented');
    return counter.readCode();
  }

  test.describe(name, () => {
    test.use({ settings });

    test('paid: both screens say so, and the money is captured', async ({
      shop,
      cashier,
      display,
      counter,
    }) => {
      const code = await asked(cashier, counter);
      await expect(display.getByText(gateway.display.asked)).toBeVisible();
      await shop.phone.scan(code);
      if (tellsScan) {
        await counter.shows('scanned');
        await expect(display.getByText('We are waiting for your approval')).toBeVisible();
      } else {
        await expect(display.getByText(/^Then approve the (payment|agreement) in Vipps$/)).toBeVisible();
        await expect(cashier.getByRole('region', now)).toContainText('Waiting for the scan');
      }
      await shop.phone.act(code, 'approve');
      await counter.shows('approved');
      await expect(display.getByRole('heading', { name: gateway.display.paid })).toBeVisible();
      await expect(cashier.getByRole('region', now)).toContainText(gateway.cashier.paid);
      const payment = await shop.payment();
      expect(payment).toMatchObject({ capturedAmount: amount, capture: amount > 0 ? 'captured' : 'none' });
      const order = await shop.vipps.order(payment?.reference ?? '');
      expect(order.state).toMatchObject({ reserved: amount, captured: amount });
      expect(order.agreement?.status ?? 'ACTIVE').toBe('ACTIVE');
    });

    test('[P1] the customer says no: both screens say so, and that nothing was taken', async ({
      shop,
      cashier,
      display,
      counter,
    }) => {
      const code = await asked(cashier, counter);
      await shop.phone.scan(code);
      await shop.phone.act(code, 'cancel');
      await counter.shows('cancelled');
      await expect(display.getByText(gateway.display.refused)).toBeVisible();
      await expect(cashier.getByRole('region', now)).toContainText('Cancelled by customer');
      expect(await shop.payment()).toMatchObject({ endedBy: 'customer', capture: 'none' });
    });

    test('[P3] the cashier cancels: the code cannot be used any more', async ({
      shop,
      cashier,
      display,
      counter,
    }) => {
      const code = await asked(cashier, counter);
      await cashier.getByRole('button', { name: 'Cancel this payment' }).click();
      await cashier.getByRole('button', { name: 'Keep waiting' }).click();
      await counter.shows('presented');
      await counter.cancel();
      await counter.shows('cancelled');
      await expect(display.getByText(gateway.display.refused)).toBeVisible();
      await expect(cashier.getByRole('region', today)).toContainText('Cancelled');
      const payment = await shop.payment();
      expect(payment).toMatchObject({ endedBy: 'staff' });
      await shop.phone.act(code, 'approve');
      expect(isOver(await shop.vipps.order(payment?.reference ?? ''))).toBe(true);
    });

    test('[P1] time runs out: both screens say so', async ({ shop, cashier, display, counter }) => {
      await shop.vipps.set({ lifetimeSeconds: 12 });
      await ask(cashier);
      await counter.shows('presented');
      await expect(display.getByRole('timer')).toHaveText(/\d:\d\d left/);
      await counter.shows('expired');
      await expect(display.getByRole('heading', { name: 'Time ran out' })).toBeVisible();
      await expect(display.getByText(gateway.display.ranOut)).toBeVisible();
      await expect(cashier.getByRole('region', now)).toContainText('Time ran out');
      expect(await shop.payment()).toMatchObject({ endedBy: 'timeout', capturedAmount: 0 });
    });

    test('[P6] Vipps is away: a start fails in words, and a code that is shown stays and can be used', async ({
      shop,
      cashier,
      display,
      counter,
    }) => {
      await shop.vipps.breakDown({ on: 'initiate', kind: 'status', status: 429, retryAfter: 1 });
      await ask(cashier);
      await expect(display.getByText(gateway.display.away)).toBeVisible();
      await expect(cashier.getByRole('region', now)).toContainText('could not be reached');
      await shop.vipps.breakDown();
      await cashier.getByRole('button', { name: 'New sale' }).click();
      const code = await asked(cashier, counter);
      await shop.vipps.breakDown({ on: 'details', kind: 'reset' });
      await expect(display.getByText('Reconnecting to Vipps')).toBeVisible();
      await counter.shows('presented');
      await shop.phone.scan(code);
      await shop.phone.act(code, 'approve');
      await shop.vipps.breakDown();
      await counter.shows('approved');
      await expect(cashier.getByRole('region', now)).toContainText(gateway.cashier.paid);
    });
  });
}
