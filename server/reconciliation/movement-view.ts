// What money did, as the report tells it.
import type { MovementView } from '../contract/reconciliation.ts';
import type { BookedMovement } from '../store/books.ts';

const iso = (ms: number) => new Date(ms).toISOString();

/** @returns none of what moved nothing out of or into the shop: that somebody approved is told by the payment. */
export function toMovementView(movement: BookedMovement): MovementView[] {
  const { kind, found, amount, currency, till, reference, text, createdAtMs, atMs } = movement;
  if (kind === 'approved' || kind === 'reserved') return [];
  const at = { at: iso(atMs), startedAt: iso(createdAtMs) };
  return [{ kind, found, amount: { value: amount, currency }, till, reference, text, ...at }];
}
