// Answers that show what was true a while ago, as Vipps' do now and then. Only tests bring it about.
import type { Response } from 'express';
import type { Order } from './types.ts';

/** From now on this answer shows what was true so long ago. */
export function letLag(response: Response, lagMs: number): void {
  response.locals['lagMs'] = lagMs;
}

/** The order as this answer shows it: but for the scan, which is never old. */
export function asShown(response: Response, order: Order, nowMs: number): Order {
  const lagMs: unknown = response.locals['lagMs'];
  if (typeof lagMs !== 'number') return order;
  const isKnown = (atMs: number) => atMs <= nowMs - lagMs;
  const { agreement } = order;
  const isStopKnown = agreement?.stoppedAtMs != null && isKnown(agreement.stoppedAtMs);
  return {
    ...order,
    ...(agreement && {
      agreement: { ...agreement, stoppedAtMs: isStopKnown ? agreement.stoppedAtMs : null },
    }),
    history: order.history.filter(({ atMs }, index) => index === 0 || isKnown(atMs)),
  };
}
