// Life-cycles of sales over ePayment: what a till can meet, with every answer that Vipps has for it.
import type { Amount } from '../../contract/payments.ts';
import type { Order } from '../../vipps/gateway.ts';
import { anOrder } from '../vipps.ts';
import { refused, type Story } from './stage.ts';

const all = 49_900;
const currencies = ['NOK', 'DKK', 'EUR', 'SEK'] as const;

function saleIn(currency: Amount['currency'], reference = 'till-1-a1b2c3d4e5f6g'): Order {
  const amount = { value: all, currency };
  const line = { name: 'Socks', quantity: 2, amount: { value: 30_000, currency }, taxPercentage: 25 };
  const byWeight = { name: 'Wool', quantity: 0.822, amount: { value: 19_900, currency } };
  const discount = { value: 500, currency };
  const others = [
    { ...line, discount },
    { ...line, amount: { value: -30_000, currency }, isReturn: true },
    { ...line, quantity: 1, amount: { value: 0, currency } },
  ];
  return anOrder({ reference, api: 'epayment', amount, lines: [line, byWeight, ...others] });
}
const order = saleIn('NOK');

const soldIn = (currency: Amount['currency']): Story => ({
  title: `ePayment: paid in ${currency}, captured in parts, the rest given back, refunded in part`,
  async play({ gateway, begin, press }) {
    const sale = saleIn(currency);
    await begin(sale);
    await gateway.poll(sale);
    await press(sale.reference, 'approve');
    await gateway.capture(sale, { amountMinor: 20_000, key: 'key-1' });
    await gateway.capture(sale, { amountMinor: 5_000, key: 'key-2' });
    await gateway.release(sale, { amountMinor: all - 25_000, key: 'key-3' });
    await gateway.refund(sale, { amountMinor: 10_000, key: 'key-4' });
    await gateway.sendReceipt(sale);
    await gateway.poll(sale);
  },
});

export const epaymentStories: readonly Story[] = [
  ...currencies.map(soldIn),
  {
    title: 'ePayment: in pixels, with a tax of 25.5 percent, a card declined, and given back uncaptured',
    settings: { qrFormat: 'png' },
    async play({ gateway, begin, press }) {
      const lines = order.lines.map((line) => ({ ...line, taxPercentage: 25.5 }));
      await begin({ ...order, lines });
      await press(order.reference, 'decline');
      await gateway.poll(order);
      await press(order.reference, 'approve');
      await gateway.cancel(order, 'cancel-1');
      await gateway.poll(order);
    },
  },
  {
    title: 'ePayment: given up by staff, by the customer, and by nobody until time is over',
    async play({ gateway, begin, press, clock }) {
      const byStaff = saleIn('NOK', 'till-1-a');
      const byCustomer = saleIn('NOK', 'till-1-b');
      const byNobody = saleIn('NOK', 'till-1-c');
      for (const one of [byStaff, byCustomer, byNobody]) await begin(one);
      await gateway.cancel(byStaff, 'cancel-1');
      await press(byCustomer.reference, 'cancel');
      clock.nowMs += 600_000;
      for (const one of [byStaff, byCustomer, byNobody]) await gateway.poll(one);
    },
  },
  {
    title: 'ePayment: what cannot be done is refused',
    refusals: [404, 400, 409, 400, 400],
    async play({ gateway, begin, press }) {
      await gateway.poll(order);
      await refused(gateway.start({ ...order, amount: { value: 99, currency: 'NOK' } }));
      await begin(order);
      await refused(gateway.start({ ...order, text: 'Other socks' }));
      await refused(gateway.capture(order, { amountMinor: all, key: 'key-1' }));
      await press(order.reference, 'approve');
      await gateway.capture(order, { amountMinor: all, key: 'key-2' });
      await refused(gateway.cancel(order, 'cancel-1'));
    },
  },
  {
    title: 'ePayment: a token is over, a sales unit is somebody else’s, and too many calls are made',
    refusals: [401, 403, 429],
    async play({ gateway, sell, clock }) {
      await sell(order);
      clock.nowMs += 3_600_000;
      await gateway.poll(order);
      await refused(gateway.start({ ...order, msn: '999999' }));
      for (let call = 1; call <= 5; call++) {
        await gateway.capture(order, { amountMinor: 100, key: `key-${call}` });
      }
      await refused(gateway.capture(order, { amountMinor: 100, key: 'key-6' }));
    },
  },
];
