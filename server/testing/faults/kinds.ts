// What is sold in a shop whose line to Vipps is faulty, and how each kind of it looks while nothing goes wrong.
import type { Api } from '../../vipps/gateway.ts';

/** A sale over either API, and an agreement with a first payment of the sale's amount, or without one. */
export const kinds = ['ecom', 'epayment', 'recurring', 'recurring free'] as const;
export type Kind = (typeof kinds)[number];

/** The kinds by which money moves at once. */
export const paidKinds = ['ecom', 'epayment', 'recurring'] as const satisfies Kind[];
/** The kinds by which a customer becomes a subscriber. */
export const subscriberKinds = ['recurring', 'recurring free'] as const satisfies Kind[];

export const apiOf: Readonly<Record<Kind, Api>> = {
  ecom: 'ecom',
  epayment: 'epayment',
  recurring: 'recurring',
  'recurring free': 'recurring',
};

/** In the words of screens, store and Vipps. */
export type Way = {
  /** Until the customer has it open: only eCom tells of the scan. */
  opened: string;
  /** The last of these. */
  open: 'scanned' | 'presented';
  /** From the approval on; an agreement without a first payment has nothing to capture. */
  paid: string;
  paidStored: string;
  paidAtVipps: string;
  /** Given up before the customer has approved. */
  cancelledAtVipps: string;
  /** Given up though the answer to its start was lost: an agreement without a first payment cannot be found again, so that it runs out. */
  lostAtVipps: string;
  /** Never paid within its time: eCom has no word for that, so that it is cancelled. */
  ranOutAtVipps: string;
  /** Given up after the customer has approved. */
  releasedAtVipps: string;
};

const sale: Way = {
  opened: 'started → presented',
  open: 'presented',
  paid: 'approved capturing → approved captured',
  paidStored: 'approved, captured 24900, capture done',
  paidAtVipps: 'captured 24900',
  cancelledAtVipps: 'cancelled',
  lostAtVipps: 'cancelled',
  ranOutAtVipps: 'unpaid',
  releasedAtVipps: 'released',
};

export const ways: Readonly<Record<Kind, Way>> = {
  ecom: { ...sale, opened: 'started → presented → scanned', open: 'scanned', ranOutAtVipps: 'cancelled' },
  epayment: sale,
  recurring: {
    ...sale,
    // What the first payment is for, Vipps is told afterwards.
    paidAtVipps: 'ACTIVE, captured 24900, receipt',
    cancelledAtVipps: 'STOPPED, cancelled',
    lostAtVipps: 'STOPPED, cancelled',
    ranOutAtVipps: 'EXPIRED, unpaid',
    releasedAtVipps: 'STOPPED, released',
  },
  'recurring free': {
    ...sale,
    paid: 'approved',
    paidStored: 'approved',
    paidAtVipps: 'ACTIVE',
    cancelledAtVipps: 'STOPPED',
    releasedAtVipps: 'STOPPED',
    lostAtVipps: 'EXPIRED',
    ranOutAtVipps: 'EXPIRED',
  },
};
