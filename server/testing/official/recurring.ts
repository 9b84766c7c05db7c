// Life-cycles of agreements over Recurring: what a till can meet, with every answer that Vipps has for it.
import type { Amount } from '../../contract/payments.ts';
import type { Order } from '../../vipps/gateway.ts';
import { anAgreement, anOrder } from '../vipps.ts';
import { refused, type Story } from './stage.ts';

const first = 4_900;

/** @param firstMinor what is paid at once; null is nothing. */
function wanted(
  firstMinor: number | null,
  currency: Amount['currency'] = 'NOK',
  reference = 'till-1-agreement',
): Order {
  const terms = anAgreement(firstMinor);
  const amountOf = ({ value }: { value: number }) => ({ value, currency });
  const { initialCharge } = terms;
  return anOrder({
    reference,
    api: 'recurring',
    text: 'Coffee club',
    amount: amountOf({ value: firstMinor ?? 0 }),
    agreement: {
      ...terms,
      pricing: { amount: amountOf(terms.pricing.amount) },
      ...(initialCharge && { initialCharge: { ...initialCharge, amount: amountOf(initialCharge.amount) } }),
    },
  });
}

const paidAtOnceIn = (currency: Amount['currency']): Story => ({
  title: `Recurring: ${currency} at once, captured in parts, the rest given back, refunded, with a receipt, stopped`,
  async play({ gateway, begin, press }) {
    const known = await begin(wanted(first, currency));
    await gateway.poll(known);
    await press(known.agreement?.id ?? '', 'approve');
    await gateway.poll(known);
    await gateway.capture(known, { amountMinor: 1_000, key: 'key-1' });
    await gateway.capture(known, { amountMinor: 500, key: 'key-2' });
    await gateway.release(known, { amountMinor: first - 1_500, key: 'key-3' });
    await gateway.refund(known, { amountMinor: 700, key: 'key-4' });
    const amount = { value: first, currency };
    await gateway.sendReceipt({ ...known, lines: [{ name: 'First month', quantity: 1, amount }] });
    await gateway.stop(known, { amountMinor: 0, key: 'key-5' });
    await gateway.poll(known);
  },
});

export const recurringStories: readonly Story[] = [
  ...(['NOK', 'DKK'] as const).map(paidAtOnceIn),
  {
    title: 'Recurring: captured whole, which is charged, and refunded whole',
    settings: { qrFormat: 'png' },
    async play({ gateway, sell }) {
      const known = await sell(wanted(first));
      for (let repeat = 0; repeat < 2; repeat++) {
        await gateway.capture(known, { amountMinor: first, key: 'key-1' });
      }
      await gateway.refund(known, { amountMinor: first, key: 'key-2' });
      await gateway.poll(known);
    },
  },
  {
    title: 'Recurring: nothing at once, agreed to and stopped',
    async play({ gateway, sell }) {
      const known = await sell(wanted(null));
      await gateway.poll(known);
      await gateway.stop(known, { amountMinor: 0, key: 'key-1' });
      await gateway.poll(known);
    },
  },
  {
    title: 'Recurring: given up by staff, by the customer, and by nobody until time is over',
    async play({ gateway, begin, press, clock }) {
      const byStaff = await begin(wanted(first, 'NOK', 'till-1-a'));
      const byCustomer = await begin(wanted(first, 'NOK', 'till-1-b'));
      const byNobody = await begin(wanted(null, 'NOK', 'till-1-c'));
      await gateway.cancel(byStaff, 'cancel-1');
      await press(byCustomer.agreement?.id ?? '', 'decline');
      await press(byCustomer.agreement?.id ?? '', 'cancel');
      clock.nowMs += 600_000;
      for (const one of [byStaff, byCustomer, byNobody]) await gateway.poll(one);
    },
  },
  {
    title: 'Recurring: what cannot be done is refused',
    refusals: [404, 400, 409, 400, 400],
    async play({ gateway, begin, press }) {
      const order = wanted(first);
      const agreement = order.agreement && { ...order.agreement, id: 'agr_gone', chargeId: null };
      await gateway.poll({ ...order, agreement });
      await refused(gateway.start(withLongText(order)));
      const known = await begin(order);
      await refused(gateway.start(wanted(null)));
      await refused(gateway.capture(known, { amountMinor: first, key: 'key-1' }));
      await press(known.agreement?.id ?? '', 'approve');
      await refused(gateway.refund(known, { amountMinor: first, key: 'key-2' }));
    },
  },
  {
    title: 'Recurring: a token is over, a sales unit is somebody else’s, and too many calls are made',
    refusals: [401, 403, 429],
    async play({ gateway, sell, clock }) {
      const known = await sell(wanted(first));
      clock.nowMs += 3_600_000;
      await gateway.poll(known);
      await refused(gateway.poll({ ...known, msn: '999999' }));
      for (let call = 1; call <= 5; call++) {
        await gateway.capture(known, { amountMinor: 100, key: `key-${call}` });
      }
      await refused(gateway.capture(known, { amountMinor: 100, key: 'key-6' }));
    },
  },
];

/** Longer than the guide allows; the description has no limit. */
function withLongText(order: Order): Order {
  const { agreement } = order;
  if (agreement?.initialCharge === undefined) throw new Error('nothing is paid at once');
  const initialCharge = { ...agreement.initialCharge, description: 'a'.repeat(46) };
  return { ...order, agreement: { ...agreement, initialCharge } };
}
