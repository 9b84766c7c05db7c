// The customer's approval comes through after Vipps has accepted our cancel, over all of Vipps' APIs.
import { gateways } from '../shop/gateways.ts';
import { expect, test } from '../shop/screens/fixtures.ts';

const now = { name: 'Now' };

for (const { name, settings, ask, amount, isOver: _, ...gateway } of gateways) {
  test.describe(name, () => {
    // What the screens show for fifteen seconds is read in them.
    test.use({ settings, speed: 1 });

    test('[P3] approved after an accepted cancel: it is given back once, and both screens keep saying so', async ({
      shop,
      cashier,
      display,
      counter,
    }) => {
      await ask(cashier);
      await counter.shows('presented');
      await shop.phone.scan(await counter.readCode());
      if (gateway.tellsScan) await counter.shows('scanned');
      const { reference = '' } = (await shop.payment()) ?? {};
      await counter.cancel();
      await counter.shows('cancelled');
      await shop.vipps.approveLate(reference, 'reserve');
      // The first poll after the end may have been before the approval, and the next is a minute later: a check polls now.
      expect((await shop.api('POST', `/payments/${reference}/check`, {})).status).toBe(200);

      await expect(display.getByRole('heading', { name: gateway.display.givenBack })).toBeVisible();
      await expect(cashier.getByRole('region', now)).toContainText(gateway.cashier.givenBack);
      const { calls, state, agreement } = await shop.vipps.order(reference);
      expect([calls['cancel'], state.reserved, state.captured]).toEqual([2, amount, 0]);
      expect(agreement?.status ?? 'STOPPED').toBe('STOPPED');
      // It was on its way back once, and given back once.
      await expect(display.locator('[data-state]')).toHaveAttribute('data-state', 'idle', {
        timeout: 20_000,
      });
      const { events } = (await shop.api('GET', `/payments/${reference}/events`)).body;
      const told = events.map(({ name }: { name: string }) => name);
      const last = amount > 0 ? 'reserved' : 'accepted';
      expect(told.slice(told.indexOf('cancel'))).toEqual(['cancel', 'voided', last, 'voided']);
    });
  });
}
