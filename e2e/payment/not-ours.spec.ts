// [P11] Another system on the same sales unit has an order under our reference: it is neither shown as ours nor touched, the sale goes
// on, and staff are told. What a lost database of ours had sold is found.
import { subscribe } from '../shop/gateways.ts';
import { expect, test } from '../shop/screens/fixtures.ts';

const today = { name: 'Today' };
const theirs = { amount: 50_000, state: 'captured' } as const;

for (const api of ['ecom', 'epayment']) {
  test.describe(`over ${api}`, () => {
    test.use({ settings: { VIPPS_API: api } });

    for (const [what, other] of [
      ['has been paid', theirs],
      ['has been paid, and we get no answer', { ...theirs, lost: true }],
      ['holds money, and we get no answer', { amount: 50_000, state: 'reserved', lost: true }],
      ['has been paid as much in the same minute', { state: 'captured' }],
    ] as const) {
      test(`a web shop's order ${what}: it is left alone, and both screens go on with our own`, async ({
        shop,
        cashier,
        display,
        counter,
      }) => {
        await shop.vipps.breakDown({ on: 'initiate', kind: 'taken', times: 1, other });
        const code = await counter.sell('4900');
        await expect(display.getByText('49,00')).toBeVisible();
        const list = cashier.getByRole('region', today);
        await expect(list.getByText('Needs attention')).toBeVisible();
        await expect(list).toContainText('is in use by another system at Vipps, whose order was left alone');
        await expect(list).toContainText('Reference in use');
        await shop.phone.act(code, 'approve');
        await counter.shows('approved');
        await expect(list).toContainText('1 sale, 49,00 kr');
        const [ours, other_] = await shop.vipps.orders();
        expect(ours).toMatchObject({ isOthers: false, amount: 4_900, state: { captured: 4_900 } });
        expect(ours?.reference).toBe(`${other_?.reference}-2`);
        const untouched = { capture: 0, cancel: 0, refund: 0 };
        expect(other_).toMatchObject({ isOthers: true, state: { cancelled: false }, calls: untouched });
      });
    }

    test('a sale that was paid before our record was lost is found, and not charged again', async ({
      shop,
      cashier,
      display,
      counter,
    }) => {
      const other = { alike: true, state: 'reserved', secondsAgo: 300 } as const;
      await shop.vipps.breakDown({ on: 'initiate', kind: 'taken', times: 1, other });
      await counter.charge('4900');
      await counter.shows('approved');
      await expect(display.getByText('49,00')).toBeVisible();
      await expect(cashier.getByRole('region', today)).toContainText('1 sale, 49,00 kr');
      expect(await shop.vipps.orders()).toMatchObject([{ state: { captured: 4_900 } }]);
    });
  });
}

test('an agreement of another system has the name of our first payment: it is left alone, and both screens go on', async ({
  shop,
  cashier,
  counter,
}) => {
  await shop.vipps.breakDown({ on: 'initiate', kind: 'taken', times: 1, other: theirs });
  await subscribe('49')(cashier);
  await counter.shows('presented');
  await shop.phone.act(await counter.readCode(), 'approve');
  await counter.shows('approved');
  const list = cashier.getByRole('region', today);
  await expect(list).toContainText('is in use by another system at Vipps, whose order was left alone');
  const [ours, others] = await shop.vipps.orders();
  expect(ours).toMatchObject({ isOthers: false, agreement: { status: 'ACTIVE' } });
  expect(others).toMatchObject({
    isOthers: true,
    agreement: { status: 'ACTIVE' },
    state: { captured: 50_000 },
  });
});
