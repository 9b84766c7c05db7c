// The kinds of orders that property tests imagine, one for each way in which Vipps MobilePay is asked for something.
import fc from 'fast-check';
import type { Api } from '../../../vipps/gateway.ts';
import { sale } from '../../till.ts';
import { anAgreement } from '../../vipps.ts';

type Traits = {
  readonly api: Api;
  /** In minor units; 0 where nothing is to be paid at once. */
  readonly amount: number;
  /** What the customer agrees to; null for a sale. */
  readonly agreement: ReturnType<typeof anAgreement> | null;
  readonly showsScan: boolean;
  readonly showsDecline: boolean;
  /** From the order on, approved or not. */
  readonly orderLifeMs: number;
  /** Long enough for a customer, short enough for a test. ePayment's code is its order's; elsewhere it is the QR API's. */
  readonly codeLifeMs: number;
  /** Tells when nobody approved in time; where it does not, our own clock and our cancel end it. */
  readonly tellsExpired: boolean;
  /** Asked for twice under one reference it is one order, so a start that is lost is repeated once. */
  readonly isRepeatable: boolean;
};

const { value: amount } = sale.amount;
const recurring: Omit<Traits, 'amount' | 'agreement'> = {
  api: 'recurring',
  showsScan: false,
  showsDecline: true,
  orderLifeMs: 600_000,
  codeLifeMs: 20_000,
  tellsExpired: true,
  isRepeatable: true,
};

export type Kind = 'ecom' | 'epayment' | 'recurring' | 'recurring free';

export const kinds: Record<Kind, Traits> = {
  ecom: {
    api: 'ecom',
    amount,
    agreement: null,
    showsScan: true,
    showsDecline: true,
    orderLifeMs: 600_000,
    codeLifeMs: 20_000,
    tellsExpired: false,
    isRepeatable: false,
  },
  epayment: {
    api: 'epayment',
    amount,
    agreement: null,
    showsScan: false,
    showsDecline: false,
    orderLifeMs: 60_000,
    codeLifeMs: 60_000,
    tellsExpired: true,
    isRepeatable: true,
  },
  recurring: { ...recurring, amount, agreement: anAgreement(amount) },
  'recurring free': { ...recurring, amount: 0, agreement: anAgreement() },
};

export type Shop = {
  kind: Kind;
  capture: 'auto' | 'manual';
  /** Approved is captured at once (SALE). */
  directCapture: boolean;
  /** Whether a poll tells the keys of captures and refunds. */
  tellsKeys: boolean;
};

/** Only eCom has sales units with direct capture, and orders that tell no keys; ePayment never tells them. */
export const anyShop = (kind: Kind): fc.Arbitrary<Shop> =>
  fc.record({
    kind: fc.constant(kind),
    capture: fc.constantFrom('auto', 'manual'),
    directCapture: kind === 'ecom' ? fc.constantFrom(false, false, true) : fc.constant(false),
    tellsKeys: kind === 'ecom' ? fc.constantFrom(true, true, false) : fc.constant(kind !== 'epayment'),
  });
