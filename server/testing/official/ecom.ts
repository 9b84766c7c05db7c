// Life-cycles of sales over eCom and its QR: what a till can meet, with every answer that Vipps has for it.
import { anOrder } from '../vipps.ts';
import { refused, type Stage, type Story } from './stage.ts';

const order = anOrder();
const all = order.amount.value;
const lines = [{ name: 'Socks', quantity: 2, amount: order.amount, taxPercentage: 25 }];

async function lookAlong({ gateway, begin, open, press }: Stage): Promise<void> {
  await begin(order);
  await gateway.poll(order);
  await open(order.reference);
  await gateway.poll(order);
  await press(order.reference, 'approve');
  await gateway.poll(order);
}

export const ecomStories: readonly Story[] = [
  {
    title: 'eCom: scanned, paid, captured in parts, the rest given back, refunded in part, with a receipt',
    async play(stage) {
      const { gateway } = stage;
      await lookAlong(stage);
      await gateway.capture(order, { amountMinor: 20_000, key: 'key-1' });
      await gateway.capture(order, { amountMinor: 5_000, key: 'key-2' });
      await gateway.release(order, { amountMinor: all - 25_000, key: 'key-3' });
      await gateway.refund(order, { amountMinor: 10_000, key: 'key-4' });
      await gateway.sendReceipt({ ...order, lines });
      await gateway.poll(order);
    },
  },
  {
    title: 'eCom: in pixels, captured and refunded whole, each twice under its key',
    settings: { qrFormat: 'png' },
    async play({ gateway, sell }) {
      await sell(order);
      for (let repeat = 0; repeat < 2; repeat++)
        await gateway.capture(order, { amountMinor: all, key: 'key-1' });
      for (let repeat = 0; repeat < 2; repeat++)
        await gateway.refund(order, { amountMinor: all, key: 'key-2' });
      await gateway.poll(order);
    },
  },
  {
    title: 'eCom: direct capture, refunded',
    async play({ gateway, sell, settings }) {
      await settings({ directCapture: true });
      await sell(order);
      await gateway.poll(order);
      await gateway.refund(order, { amountMinor: all, key: 'key-1' });
    },
  },
  {
    title: 'eCom: a card is declined, another is taken, and staff give the money back uncaptured',
    async play({ gateway, begin, press }) {
      await begin(order);
      await press(order.reference, 'decline');
      await gateway.poll(order);
      await press(order.reference, 'approve');
      await gateway.cancel(order, 'cancel-1');
      await gateway.poll(order);
    },
  },
  {
    title: 'eCom: given up by staff, by the customer, and by nobody until time is over',
    async play({ gateway, begin, press, clock }) {
      const byStaff = { ...order, reference: 'till-1-a' };
      const byCustomer = { ...order, reference: 'till-1-b' };
      const byNobody = { ...order, reference: 'till-1-c' };
      for (const one of [byStaff, byCustomer, byNobody]) await begin(one);
      await gateway.cancel(byStaff, 'cancel-1');
      await press(byCustomer.reference, 'cancel');
      clock.nowMs += 600_000;
      for (const one of [byStaff, byCustomer, byNobody]) await gateway.poll(one);
    },
  },
  {
    title: 'eCom: what cannot be done is refused',
    refusals: [400, 404, 400, 400, 400],
    async play({ gateway, begin, press }) {
      await refused(gateway.start({ ...order, text: ' ' }));
      await gateway.poll(order);
      await begin(order);
      await refused(gateway.start(order));
      await refused(gateway.capture(order, { amountMinor: all, key: 'key-1' }));
      await press(order.reference, 'approve');
      await gateway.capture(order, { amountMinor: all, key: 'key-2' });
      await refused(gateway.cancel(order, 'cancel-1'));
    },
  },
  {
    title: 'eCom: a token is over, a sales unit is somebody else’s, and too many calls are made',
    refusals: [401, 403, 429],
    async play({ gateway, sell, clock }) {
      await sell(order);
      clock.nowMs += 3_600_000;
      await gateway.poll(order);
      await refused(gateway.poll({ ...order, msn: '999999' }));
      for (let call = 1; call <= 5; call++) {
        await gateway.capture(order, { amountMinor: 100, key: `key-${call}` });
      }
      await refused(gateway.capture(order, { amountMinor: 100, key: 'key-6' }));
    },
  },
  {
    title: 'eCom: there is no QR for a landing page, and then not without a token',
    refusals: [400, 401],
    async play({ gateway, faults }) {
      await faults([{ on: 'qr', kind: 'status', status: 400, times: 1 }]);
      await refused(gateway.start(order));
      await faults([{ on: 'qr', kind: 'status', status: 401, times: 1 }]);
      await gateway.start({ ...order, reference: 'till-1-b' });
    },
  },
];
