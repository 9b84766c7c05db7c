// What must have happened in the stories of a till, or they tell nothing: an event, and the state after it.
import type { Kind } from './model-kinds.ts';

const everywhere = [
  'presented presented',
  'unfinished closing',
  'refused failed',
  'cancel closing',
  'ran_out closing',
  'released cancelled',
  'released expired',
  'released failed',
];
/** Where money moves. */
const paid = [
  'reserved approved',
  'captured approved',
  'refund approved',
  'refunded approved',
  'release approved',
  'given_back approved',
  'reserved closing',
  'reserved cancelled',
];

/** Besides what happens everywhere. */
const happens: Record<Kind, string[]> = {
  ecom: [
    ...paid,
    'scanned scanned',
    'started_over closing',
    'absent cancelled',
    'capture approved',
    'captured cancelled',
    'refunded cancelled',
  ],
  epayment: paid,
  recurring: [...paid, 'stop approved', 'stopped approved'],
  'recurring free': ['accepted approved', 'accepted cancelled', 'stop approved', 'stopped approved'],
};

export const mustHappen = (kind: Kind): string[] => [...everywhere, ...happens[kind]];
