import { expect, test } from 'vitest';
import { mulberry32 } from '../control/fault-rules.ts';
import {
  approve,
  cancel,
  capture,
  createOrder,
  decline,
  isPayable,
  NotPossible,
  open,
  refund,
  refuse,
} from './order.ts';
import { remainingToCapture, summarize } from './summary.ts';
import type { Order } from './types.ts';

const amount = 1000;
const expiresAtMs = 60_000;

function newOrder(directCapture: boolean): Order {
  const facts = {
    api: 'ecom',
    currency: 'NOK',
    orderId: 'a',
    msn: '123456',
    amount,
    text: 'Socks',
    token: 't',
    imageId: 'i',
  } as const;
  return createOrder({ ...facts, expiresAtMs, directCapture }, 0);
}

type Step = { name: string; run: (order: Order, nowMs: number) => Order };

function nextStep(random: () => number): Step {
  const amountMinor = Math.floor(random() * 600);
  const releaseRest = random() < 0.5;
  const act = (nowMs: number) => ({ nowMs, transactionId: '5000000001', text: 'x', requestId: 'k' });
  const steps: Step[] = [
    { name: 'open', run: (order, nowMs) => open(order, act(nowMs)) },
    { name: 'approve', run: (order, nowMs) => approve(order, act(nowMs)) },
    { name: 'decline', run: (order, nowMs) => decline(order, act(nowMs)) },
    { name: 'refuse', run: (order, nowMs) => refuse(order, act(nowMs)) },
    { name: `capture ${amountMinor}`, run: (order, nowMs) => capture(order, amountMinor, act(nowMs)) },
    { name: `refund ${amountMinor + 1}`, run: (order, nowMs) => refund(order, amountMinor + 1, act(nowMs)) },
    { name: `cancel ${releaseRest}`, run: (order, nowMs) => cancel(order, releaseRest, act(nowMs)) },
  ];
  // Saying no and cancelling end an order, so they come up seldom.
  const weighted = [0, 1, 1, 1, 2, 4, 4, 4, 5, 5, random() < 0.2 ? 3 : 0, random() < 0.3 ? 6 : 4];
  const picked = steps[weighted[Math.floor(random() * weighted.length)] ?? 0];
  if (picked === undefined) throw new Error('There is a step for every number');
  return picked;
}

function check(before: Order, after: Order, nowMs: number): void {
  const { reserved, captured, refunded, released, cancelled, opened } = summarize(after);
  expect(reserved === 0 || reserved === amount).toBe(true);
  expect(captured + released).toBeLessThanOrEqual(reserved);
  expect(refunded).toBeLessThanOrEqual(captured);
  expect(remainingToCapture(after)).toBeGreaterThanOrEqual(0);
  if (cancelled) expect(captured).toBe(0);
  if (reserved > 0) expect(opened).toBe(true);
  if (isPayable(after, nowMs)) expect(reserved).toBe(0);
  expect(after.history.slice(0, before.history.length)).toEqual(before.history);
  if (nowMs >= expiresAtMs) expect(reserved).toBe(summarize(before).reserved);
}

test.each(Array.from({ length: 200 }, (_, seed) => seed))(
  'money adds up whatever happens (seed %i)',
  (seed) => {
    const random = mulberry32(seed);
    let order = newOrder(random() < 0.3);
    let nowMs = 0;
    const names: string[] = [];
    for (let count = 0; count < 30; count += 1) {
      nowMs += Math.floor(random() * 5000);
      const step = nextStep(random);
      names.push(step.name);
      const before = order;
      try {
        order = step.run(before, nowMs);
      } catch (error) {
        expect(error, names.join(', ')).toBeInstanceOf(NotPossible);
      }
      try {
        check(before, order, nowMs);
      } catch (cause) {
        throw new Error(`After ${names.join(', ')}`, { cause });
      }
    }
  },
);

test('the steps of the property test reach every kind of end', () => {
  const ends = new Set<string>();
  for (let seed = 0; seed < 200; seed += 1) {
    const random = mulberry32(seed);
    let order = newOrder(random() < 0.3);
    for (let count = 0; count < 30; count += 1) {
      try {
        order = nextStep(random).run(order, 0);
      } catch {
        // An illegal step is part of the walk.
      }
    }
    for (const { operation, success } of order.history) ends.add(success ? operation : 'declined');
  }
  const all = ['INITIATE', 'RESERVE', 'SALE', 'CAPTURE', 'REFUND', 'CANCEL', 'VOID', 'declined'];
  expect([...ends].sort()).toEqual(all.sort());
});

test('an operation that is not possible changes nothing', () => {
  const order = newOrder(false);
  const act = { nowMs: expiresAtMs, transactionId: '5000000001' };
  expect(() => approve(order, act)).toThrow(NotPossible);
  expect(order).toEqual(newOrder(false));
});

test('an order can be opened until the very end of its time', () => {
  expect(open(newOrder(false), { nowMs: expiresAtMs - 1, transactionId: '5' }).transactionId).toBe('5');
  expect(() => open(newOrder(false), { nowMs: expiresAtMs, transactionId: '5' })).toThrow('expired');
});
