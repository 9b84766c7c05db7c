// What becomes of a payment to which one thing after the other happens, for tests of its life.
import { expect } from 'vitest';
import { apply } from '../payments/payment/transitions.ts';
import type { Payment, PaymentEvent } from '../payments/payment/types.ts';
import type { PolledOrder } from '../vipps/gateway.ts';
import { seen } from './payments.ts';

/** Captures follow by themselves, and the till has begun no other sale. */
export const policy = { nowMs: 1_000, steadyMs: 1_000, capture: 'auto', superseded: false } as const;

export function having(payment: Payment, ...events: PaymentEvent[]): Payment {
  return events.reduce((before, event) => apply(before, event, policy).payment, payment);
}

/** A poll that shows this. */
export const observed = (bent: Partial<PolledOrder> = {}): PaymentEvent => ({
  type: 'observed',
  observation: seen(bent),
});

/** @param says a part of the message. */
export const refusal = (code: string, says = '') =>
  expect.objectContaining({ name: 'Refusal', code, message: expect.stringContaining(says) });
