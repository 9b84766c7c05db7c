// Kills the server as planned, and starts it again.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Vipps } from '../../shop/vipps.ts';
import { becomesTrue } from '../../shop/waiting.ts';
import { callOf } from '../plan/faults.ts';
import type { Kill, PaymentPhase, Phase } from '../plan/phases.ts';
import { type Order, ordersAt } from './orders.ts';
import type { RoundShop } from './round-shop.ts';

/** Kills that happened; `recovering` is a start after a kill, `at rest` the stop before the last start. */
export type KillPhase = Phase | 'recovering' | 'at rest';
export type Kills = Partial<Record<KillPhase, number>>;

type Watcher = { phase: PaymentPhase; left: number; ready: () => Promise<void>; reached: () => void };

/** Where people say into which phase a payment comes now, and where that is waited for. */
export class Marks {
  #watcher: Watcher | null = null;

  async enter(phase: PaymentPhase): Promise<void> {
    const watcher = this.#watcher;
    if (watcher === null || watcher.phase !== phase) return;
    watcher.left -= 1;
    if (watcher.left > 0) return;
    this.#watcher = null;
    await watcher.ready();
    watcher.reached();
  }

  /** Resolves when the nth payment from now on comes into the phase; that payment goes on once `ready` is over. */
  nth(phase: PaymentPhase, nth: number, ready: () => Promise<void>): Promise<void> {
    return new Promise((reached) => {
      this.#watcher = { phase, left: nth, ready, reached };
    });
  }
}

const noticedWithinMs = 2_500;

type Scene = { shop: RoundShop; vipps: Vipps; marks: Marks; kills: Kills };

export function count(kills: Kills, phase: KillPhase): void {
  kills[phase] = (kills[phase] ?? 0) + 1;
}

/** @param over aborts when all people have left, so that no payment comes into a phase any more. @throws when the server does not come up. */
export async function carryOut(planned: readonly Kill[], scene: Scene, over: AbortSignal): Promise<void> {
  const { shop, vipps, marks, kills } = scene;
  const isOver = new Promise<'over'>((resolve) => {
    over.addEventListener('abort', () => resolve('over'), { once: true });
  });
  for (const kill of planned) {
    let before: Order[] = [];
    const reached = marks.nth(kill.phase, kill.nth, async () => {
      before = await ordersAt(vipps);
    });
    if ((await Promise.race([reached, isOver])) === 'over') return;
    await comes(kill, vipps, before);
    await sleep(kill.delayMs);
    await shop.kill();
    count(kills, kill.phase);
    await sleep(kill.downMs);
    for (const start of kill.starts) {
      await shop.startAndKill(start);
      count(kills, 'recovering');
    }
    await shop.start();
  }
}

/** Waits for the moment of the kill, and not for long: what goes wrong in a round may keep it from coming. */
async function comes({ phase, moment }: Kill, vipps: Vipps, before: Order[]): Promise<void> {
  // An order that is only being asked for cannot be seen yet.
  if (moment === 'entered' || (moment === 'asked' && phase === 'starting')) return;
  const progress = moment === 'acted' ? acted[phase] : asked(phase);
  await becomesTrue(async () => progress(await ordersAt(vipps)) > progress(before), noticedWithinMs, 4);
}

const happened =
  (...operations: string[]) =>
  (orders: Order[]) =>
    orders.flatMap(({ history }) => history).filter(({ operation }) => operations.includes(operation)).length;

const acted: Record<PaymentPhase, (orders: Order[]) => number> = {
  starting: happened('INITIATE'),
  waiting: (orders) => orders.filter(({ opened }) => opened).length,
  capturing: happened('CAPTURE', 'SALE'),
  refunding: happened('REFUND'),
};

const asked = (phase: PaymentPhase) => (orders: Order[]) =>
  orders.reduce((sum, { calls }) => sum + (calls[callOf[phase]] ?? 0), 0);
