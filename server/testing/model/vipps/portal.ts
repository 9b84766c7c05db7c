// What somebody does in the portal to the orders of the property tests. Amounts are minor units.
import { type ModelOrder, uncaptured } from './order.ts';

/** Captures as much, if it is held. */
export function captureInPortal(order: ModelOrder, amount: number): void {
  if (!order.isOurs || amount > uncaptured(order)) return;
  order.captured += amount;
  order.isInPortal = true;
}

/** Refunds as much, if it is captured. */
export function refundInPortal(order: ModelOrder, amount: number): void {
  if (!order.isOurs || amount > order.captured - order.refunded) return;
  order.refunded += amount;
  order.isInPortal = true;
}
