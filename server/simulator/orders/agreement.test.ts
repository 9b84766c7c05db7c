import { expect, test } from 'vitest';
import { mulberry32 } from '../control/fault-rules.ts';
import { agreementStatus, cancelCharge, chargeStatus, stop, stopByCustomer } from './agreement.ts';
import { approve, capture, createOrder, decline, NotPossible, refund, refuse } from './order.ts';
import { remainingToCapture, summarize } from './summary.ts';
import type { Order } from './types.ts';

const expiresAtMs = 15_000;

function newOrder(amount: number, directCapture: boolean): Order {
  const facts = {
    api: 'recurring',
    currency: 'NOK',
    orderId: 'agr_1',
    msn: '123456',
    text: 'Coffee',
    token: 't',
    imageId: 'i',
    amount,
    expiresAtMs,
    directCapture,
    agreement: {
      uuid: 'u',
      chargeId: amount > 0 ? 'chr_1' : null,
      productName: 'Coffee',
      pricing: { type: 'LEGACY', amount: 9900 },
      interval: { unit: 'MONTH', count: 1 },
      merchantAgreementUrl: 'https://shop.example/agreement',
      merchantRedirectUrl: 'https://shop.example/thanks',
      countryCode: 'NO',
      isApp: false,
      stoppedAtMs: null,
    },
  } as const;
  return createOrder(facts, 0, 'key');
}

function walk(seed: number): { before: Order; after: Order; name: string; nowMs: number }[] {
  const random = mulberry32(seed);
  let order = newOrder(random() < 0.8 ? 1000 : 0, random() < 0.3);
  let nowMs = 0;
  return Array.from({ length: 30 }, () => {
    nowMs += Math.floor(random() * 3000);
    const act = { nowMs, transactionId: '5000000001', text: 'x', requestId: 'k' };
    const amount = (Math.floor(random() * 4) + 1) * 250;
    const steps: [string, () => Order][] = [
      ['approve', () => approve(order, act)],
      ['decline', () => decline(order, act)],
      ['refuse', () => (random() < 0.3 ? refuse(order, act) : order)],
      ['capture', () => capture(order, amount, act)],
      ['refund', () => refund(order, amount, act)],
      ['cancelCharge', () => (random() < 0.3 ? cancelCharge(order, act) : order)],
      ['stop', () => (random() < 0.3 ? stop(order, act) : order)],
      ['stopByCustomer', () => (random() < 0.3 ? stopByCustomer(order, act) : order)],
    ];
    const [name, run] = steps[Math.floor(random() * steps.length)] ?? ['nothing', () => order];
    const before = order;
    try {
      order = run();
    } catch (error) {
      if (!(error instanceof NotPossible)) throw error;
    }
    return { before, after: order, name, nowMs };
  });
}

const next: Record<string, string[]> = {
  PENDING: ['PENDING', 'ACTIVE', 'STOPPED', 'EXPIRED'],
  ACTIVE: ['ACTIVE', 'STOPPED'],
  STOPPED: ['STOPPED'],
  EXPIRED: ['EXPIRED'],
};
const seeds = Array.from({ length: 200 }, (_, seed) => seed);

test.each(seeds)('an agreement and its money add up whatever happens (seed %i)', (seed) => {
  for (const { before, after, name, nowMs } of walk(seed)) {
    const status = agreementStatus(after, nowMs);
    const { reserved, captured, refunded, released, approved } = summarize(after);
    const where = `${name} at ${nowMs}`;
    expect(next[agreementStatus(before, nowMs)], where).toContain(status);
    expect(captured + released, where).toBeLessThanOrEqual(reserved);
    expect(refunded, where).toBeLessThanOrEqual(captured);
    if (status === 'PENDING' || status === 'EXPIRED') expect(reserved, where).toBe(0);
    if (status === 'ACTIVE') expect(approved, where).toBe(true);
    const isStoppedNow = status === 'STOPPED' && !wasStopped(before, nowMs);
    if (isStoppedNow) expect(['stop', 'stopByCustomer', 'refuse'], where).toContain(name);
    if (isStoppedNow && name === 'stop' && captured === 0) expect(remainingToCapture(after), where).toBe(0);
    if (name === 'stopByCustomer') expect(after.history, where).toEqual(before.history);
  }
});

const wasStopped = (order: Order, nowMs: number) => agreementStatus(order, nowMs) === 'STOPPED';

test('the walk reaches every status of an agreement and of its charge', () => {
  const reached = new Set<string>();
  for (const { after, nowMs } of seeds.flatMap(walk)) {
    reached.add(agreementStatus(after, nowMs));
    if (after.amount > 0) reached.add(chargeStatus(after, nowMs));
  }
  expect([...reached].sort()).toEqual([
    'ACTIVE',
    'CANCELLED',
    'CHARGED',
    'EXPIRED',
    'PARTIALLY_CAPTURED',
    'PARTIALLY_REFUNDED',
    'PENDING',
    'REFUNDED',
    'RESERVED',
    'STOPPED',
  ]);
});
