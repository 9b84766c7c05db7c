// Payments and observations for tests: ordinary ones, to be bent where a test needs it.
import type { Payment } from '../payments/payment/types.ts';
import type { PolledOrder } from '../vipps/gateway.ts';

export const tenMinutesMs = 600_000;

/** A sale of 249.00 that was started at 0 and whose QR is on the screen. */
export function aPayment(bent: Partial<Payment> = {}): Payment {
  return {
    reference: 'till-1-a1b2c3d4e5f6g',
    base: 'till-1-a1b2c3d4e5f6g',
    attempt: 1,
    till: '1',
    shop: 'shop',
    msn: '654321',
    api: 'ecom',
    state: 'presented',
    amount: { value: 24_900, currency: 'NOK' },
    text: 'Coffee',
    lines: [],
    agreement: null,
    qrExpiresAtMs: tenMinutesMs,
    expiresAtMs: tenMinutesMs,
    closingFor: null,
    capture: 'none',
    reservedAmount: 0,
    capturedAmount: 0,
    refundedAmount: 0,
    refundingAmount: 0,
    captureUntilMs: null,
    releasedAmount: 0,
    releasingAmount: 0,
    endedBy: null,
    problem: null,
    createdAtMs: 0,
    endedAtMs: null,
    updatedAtMs: 0,
    version: 2,
    ...bent,
  };
}

/** What Vipps shows of a sale that nobody has scanned, but for the keys of what was done. */
export const nothingShown = {
  scanned: false,
  declined: false,
  accepted: false,
  expired: false,
  reservedAmount: 0,
  capturedAmount: 0,
  refundedAmount: 0,
  releasedAmount: 0,
  cancelled: false,
} satisfies Partial<PolledOrder>;

/** A poll that shows nothing yet but what is given. */
export function seen(bent: Partial<PolledOrder> = {}): PolledOrder {
  return { isOurs: true, ...nothingShown, doneKeys: null, ...bent };
}
