// What the official SDK says that Vipps answers, held against what our schemas take: `tsc` fails where they differ.
// Bodies of requests are checked where they are made, by `satisfies`; for that of a cancel (ePayment) the SDK exports no type.
import type {
  AgreementResponseV3,
  CancelPaymentResponse,
  CapturePaymentResponse,
  ChargeResponseV3,
  CreatePaymentResponse,
  DraftAgreementResponseV3,
  GetPaymentResponse,
  RefundPaymentResponse,
} from '@vippsmobilepay/sdk';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { createdSchema, paymentSchema } from './epayment/answers.ts';
import { agreementSchema, chargeSchema } from './recurring/answers.ts';
import { draftedSchema } from './recurring/recurring.ts';

/** With these fields for certain, which the SDK has as optional. */
type With<T, K extends keyof T> = T & Required<Pick<T, K>>;

const amount = (value: number) => ({ currency: 'NOK' as const, value });
const payment: GetPaymentResponse = {
  aggregate: {
    authorizedAmount: amount(49_900),
    cancelledAmount: amount(0),
    capturedAmount: amount(20_000),
    refundedAmount: amount(0),
  },
  amount: amount(49_900),
  state: 'AUTHORIZED',
  paymentMethod: { type: 'WALLET' },
  profile: {},
  pspReference: '3343121302',
  reference: 'acme-shop-123-order123abc',
};

describe('an answer as the SDK types it is one that we take:', () => {
  test('a new payment', () => {
    // Without a link only where the customer gets a push message, which we never ask for.
    type Created = With<CreatePaymentResponse, 'redirectUrl'>;
    expectTypeOf<Created>().toExtend<z.input<typeof createdSchema>>();
    const created: Created = {
      reference: payment.reference,
      redirectUrl: 'https://landing.example?token=abc',
    };
    expect(createdSchema.parse(created)).toEqual(created);
  });

  test('a payment, and each change of one', () => {
    type Taken = z.input<typeof paymentSchema>;
    expectTypeOf<GetPaymentResponse>().toExtend<Taken>();
    expectTypeOf<CapturePaymentResponse>().toExtend<Taken>();
    expectTypeOf<RefundPaymentResponse>().toExtend<Taken>();
    expectTypeOf<CancelPaymentResponse>().toExtend<Taken>();
    // Neither more states than there are, nor fewer.
    expectTypeOf<Taken['state']>().toEqualTypeOf<GetPaymentResponse['state']>();
    expect(paymentSchema.parse(payment)).toMatchObject({ aggregate: { capturedAmount: { value: 20_000 } } });
  });

  test('a new agreement', () => {
    // Without a link only where the landing page is skipped, which we never do.
    type Drafted = With<DraftAgreementResponseV3, 'vippsConfirmationUrl'>;
    expectTypeOf<Drafted>().toExtend<z.input<typeof draftedSchema>>();
    const drafted: Drafted = {
      agreementId: 'agr_5kSeqz',
      chargeId: null,
      uuid: 'fb492b5e-7907-4d83-ba20-c7fb60ca35de',
      vippsConfirmationUrl: 'https://landing.example?token=abc',
    };
    const { uuid: _, ...read } = drafted;
    expect(draftedSchema.parse(drafted)).toEqual(read);
  });

  test('an agreement', () => {
    // The description only leaves it out of what is required; an agreement without a status would tell us nothing.
    type Agreement = With<AgreementResponseV3, 'status'>;
    type Taken = z.input<typeof agreementSchema>;
    expectTypeOf<Agreement>().toExtend<Taken>();
    expectTypeOf<Taken['status']>().toEqualTypeOf<Agreement['status']>();
    // The SDK names the pricing's type after its own type, so this is only what we read.
    const agreement: Pick<Agreement, 'id' | 'status'> = { id: 'agr_5kSeqz', status: 'ACTIVE' };
    expect(agreementSchema.parse(agreement)).toEqual(agreement);
  });

  test('a charge', () => {
    type Taken = z.input<typeof chargeSchema>;
    expectTypeOf<ChargeResponseV3>().toExtend<Taken>();
    expectTypeOf<Taken['status']>().toEqualTypeOf<ChargeResponseV3['status']>();
    const charge: ChargeResponseV3 = {
      id: 'chr_WCVbcA',
      agreementId: 'agr_5kSeqz',
      externalId: 'box-1',
      status: 'CHARGED',
      amount: 9_900,
      currency: 'NOK',
      description: 'First month',
      due: '2026-01-15T12:00:00Z',
      retryDays: 0,
      transactionId: '5001419121',
      type: 'INITIAL',
      transactionType: 'RESERVE_CAPTURE',
      summary: { captured: 9_900, refunded: 0, cancelled: 0 },
      history: [
        {
          occurred: '2026-01-15T12:00:00Z',
          event: 'CAPTURE',
          amount: 9_900,
          success: true,
          idempotencyKey: 'key-1',
        },
      ],
    };
    const summary = { captured: 9_900, refunded: 0, cancelled: 0 };
    expect(chargeSchema.parse(charge)).toMatchObject({ status: 'CHARGED', amount: 9_900, summary });
  });
});
