// What all people of a round share, and how they send requests to the server.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Vipps } from '../../shop/vipps.ts';
import type { CancelTold, ChargeTold, PartTold, StopTold } from '../compare/ledgers.ts';
import type { Marks } from './killer.ts';
import type { Answer, RoundShop } from './round-shop.ts';
import type { Screens } from './screens.ts';

export type ShopFloor = {
  shop: RoundShop;
  vipps: Vipps;
  screens: Screens;
  marks: Marks;
  told: { charges: ChargeTold[]; parts: PartTold[]; stops: StopTold[]; cancels: CancelTold[] };
  /** What bank, portal, app and Vipps have done. */
  world: string[];
  lifetimeMs: number;
  capture: 'auto' | 'manual';
  /** People go home, whatever they were waiting for. */
  over: AbortSignal;
};

/** Between a request that got no answer and its repeat. */
export const againMs = 100;

/** @param value minor units. */
export const krone = (value: number) => ({ value, currency: 'NOK' });

export const codeOf = ({ body }: Answer) => (body['error'] as { code: string } | undefined)?.code;

/**
 * Repeats a request whose answer was lost, as a till does: the same one, under the same key.
 * @returns null when there was no answer and the request is not to be repeated.
 */
export async function insist(
  { over }: ShopFloor,
  ask: () => Promise<Answer | null>,
  insists: boolean,
): Promise<Answer | null> {
  for (;;) {
    const answer = await ask();
    if (answer !== null && codeOf(answer) !== 'storage_unavailable') return answer;
    if (!insists || over.aborted) return null;
    await sleep(againMs);
  }
}
