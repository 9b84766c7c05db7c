// What must have happened in the stories of a till, or they tell nothing: an event, and the state after it; or a state, and its problem.
import type { Kind } from './vipps/kinds.ts';

const everywhere = [
  'presented presented',
  'unfinished closing',
  'refused failed',
  'cancel closing',
  'ran_out closing',
  'voided cancelled',
  'voided expired',
  'voided failed',
  'presented vipps_unavailable',
  'closing vipps_rejected',
  'failed vipps_rejected',
  'failed vipps_unavailable',
  'failed started_over',
  'cancelled late_money',
  'cancelled released',
];
/** Where references can be taken. */
const taken = ['not_ours failed', 'failed not_ours'];
/** Where money moves. */
const paid = [
  ...taken,
  'reserved approved',
  'captured approved',
  'capture approved',
  'refund approved',
  'refunded approved',
  'release approved',
  'released approved',
  'reserved closing',
  'reserved cancelled',
  'approved capture_delayed',
  'approved capture_failed',
  'approved refund_delayed',
  'approved refund_failed',
  'approved release_delayed',
  'approved release_failed',
  'released in part',
  'found approved',
];
const late = ['expired late_money', 'expired released'];
const stopped = [
  'stop approved',
  'stopped approved',
  'stop_found approved',
  'approved stop_delayed',
  'approved stop_failed',
];

/** Besides what happens everywhere. */
const happens: Record<Kind, string[]> = {
  ecom: [
    ...paid,
    ...late,
    'scanned scanned',
    'scanned declined',
    'started_over closing',
    'approved paid_late',
    'absent cancelled',
    'captured cancelled',
    'refunded cancelled',
    'cancelled late_refunded',
    'expired late_refunded',
  ],
  epayment: paid,
  recurring: [...paid, ...late, ...stopped, 'scanned declined'],
  'recurring free': [...late, ...stopped, 'accepted approved', 'accepted cancelled'],
};

export const mustHappen = (kind: Kind): string[] => [...everywhere, ...happens[kind]];
