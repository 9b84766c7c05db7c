// Whether somebody has just proved who they are: a session that was left open is not enough for what outlives it.
import type { Clock } from '../../core/clock.ts';
import { Refusal } from '../../core/refusal.ts';
import { asStaff, type Principal } from '../policy.ts';

/** Long enough to look after several people in one go, too short for whoever finds the page later. */
export const proofLifeMs = 5 * 60_000;

/** @throws Refusal `pin_required` when the PIN was entered too long ago on this session. */
export function checkProof(principal: Principal, clock: Pick<Clock, 'steadyMs'>): void {
  if (clock.steadyMs() - asStaff(principal).provedAtMs < proofLifeMs) return;
  throw new Refusal('pin_required', 'Enter your PIN first.');
}
