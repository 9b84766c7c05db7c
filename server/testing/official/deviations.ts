// Where the official descriptions contradict the API, or themselves. Nothing else is forgiven, and what does not occur fails the test.
import type { Finding } from './check.ts';
import { isNode } from './descriptions.ts';

export type Deviation = {
  /** `file#JSON-pointer`; of a field or a type that is missing there, where it would be. */
  at: string;
  forgives: (value: unknown) => boolean;
  why: string;
};

const always = () => true;
const oneOf =
  (...values: unknown[]) =>
  (value: unknown) =>
    values.includes(value);
const like = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);
/** `{"statusCode":403,"message":"…"}`, which the gateway in front of all APIs says by itself. */
const isSaidByGateway = (value: unknown) =>
  isNode(value) && Object.keys(value).toSorted().join() === 'message,statusCode';

const ofPayment = 'epayment.yaml#/paths/~1epayment~1v1~1payments~1{reference}';
const json = 'content/application~1json';
const utf8 = `${json};charset=UTF-8`;

const qrAndEcom: Deviation[] = [
  {
    at: `ecom.yaml#/components/responses/ErrorResponse/${utf8}/schema/oneOf`,
    forgives: isSaidByGateway,
    why: 'the gateway in front has words of its own, which the description leaves out',
  },
  {
    at: 'qr.yaml#/paths/~1v1/post/responses/401/content',
    forgives: like(/^\{"responseInfo":/),
    why: 'the gateway answers 401 with a body, of which nothing is said',
  },
];

const saidByGateway = (part: string): Deviation => ({
  at: `epayment.yaml#/components/schemas/Problem/${part}`,
  forgives: isSaidByGateway,
  why: 'the gateway in front has words of its own, which the description leaves out',
});

const epayment: Deviation[] = [
  {
    at: `epayment.yaml#/components/responses/AdjustResponse/${json}`,
    forgives: always,
    why: 'a change that succeeded is described as application/problem+json',
  },
  {
    at: 'epayment.yaml#/components/schemas/GetPaymentResponse/properties/captureGuaranteedUntil',
    forgives: always,
    why: 'a payment tells until when its capture is guaranteed, which the description does not have yet',
  },
  {
    at: `epayment.yaml#/components/responses/ProblemResponse/${json}`,
    forgives: isSaidByGateway,
    why: 'the gateway in front answers plain JSON, which the description leaves out',
  },
  ...['required/type', 'required/title', 'required/status', 'required/traceId'].map(saidByGateway),
  ...['properties/statusCode', 'properties/message'].map(saidByGateway),
  {
    at: `${ofPayment}~1cancel/post/requestBody`,
    forgives: oneOf('{}'),
    why: 'a cancel can have a body (CancelModificationRequest in the types of the official SDK, cancelTransactionOnly in the guide)',
  },
  {
    at: `${ofPayment}/get/responses/404`,
    forgives: like(/"5090"/),
    why: 'the guide has the error code 5090 for a reference that is unknown; the description has 200 alone',
  },
  {
    at: `${ofPayment}/get/responses/401`,
    forgives: like(/^\{"responseInfo":/),
    why: 'a token that is over is answered 401 by every API; the description has 200 alone',
  },
  {
    at: `${ofPayment}~1capture/post/responses/429`,
    forgives: like(/"Too Many Requests"/),
    why: 'the guide limits the calls a minute; the description leaves the answer out',
  },
  {
    at: 'epayment.yaml#/components/schemas/Problem/properties/instance',
    forgives: always,
    why: 'the guide’s problems have an instance',
  },
  {
    at: 'epayment.yaml#/components/schemas/Problem/properties/extraDetails',
    forgives: always,
    why: 'the guide and the official SDK have the error codes in extraDetails',
  },
  {
    at: 'epayment.yaml#/components/schemas/Currency/enum',
    forgives: oneOf('SEK'),
    why: 'Swedish kronor came after this description',
  },
  {
    at: 'epayment.yaml#/components/schemas/CurrencyEnum/enum',
    forgives: oneOf('SEK'),
    why: 'Swedish kronor came after this description, in receipts too',
  },
  {
    at: 'epayment.yaml#/components/schemas/OrderLine/required/taxPercentage',
    forgives: (line) => isNode(line) && line['taxRate'] === 2_550,
    why: 'taxRate takes its place for a rate that is no whole percentage (Order Management changelog, August 2024)',
  },
  {
    at: 'epayment.yaml#/components/schemas/OrderLine/properties/taxRate',
    forgives: (line) => isNode(line) && line['taxPercentage'] === undefined,
    why: 'taxRate came after this description (Order Management changelog, August 2024)',
  },
];

const charge = 'recurring.yaml#/components/schemas/ChargeResponseV3/properties';
const recurring: Deviation[] = [
  {
    at: `recurring.yaml#/components/responses/ErrorResponseV3/${utf8}/schema/oneOf`,
    forgives: isSaidByGateway,
    why: 'the gateway in front has words of its own, which the description leaves out',
  },
  {
    at: 'recurring.yaml#/components/schemas/AgreementResponseV3/properties/countryCode/enum',
    forgives: like(/^[A-Z]{2}$/),
    why: 'the enum holds `false`: what an unquoted NO is in YAML 1.1',
  },
  {
    at: `${charge}/id/maxLength`,
    forgives: like(/^[a-zA-Z0-9-]{16,50}$/),
    why: 'the id is the orderId of the initial charge, which takes 50 characters; 15 are described',
  },
  {
    at: `${charge}/externalId/type`,
    forgives: oneOf(null),
    why: 'required in the answer, while the request need not give one',
  },
  {
    at: `${charge}/transactionId/type`,
    forgives: oneOf(null),
    why: 'required, and by its own text null until the charge is CHARGED',
  },
  {
    at: `${charge}/transactionId/pattern`,
    forgives: like(/^\d{10,}$/),
    why: 'the pattern is ^\\d{10+}$, which no number fits; ^\\d{10,}$ is meant, as in eCom',
  },
  {
    at: 'recurring.yaml#/components/schemas/CurrencyV3/enum',
    forgives: oneOf('DKK'),
    why: 'the official SDK has DKK and EUR, too',
  },
  {
    at: 'recurring.yaml#/components/schemas/Currency/enum',
    forgives: oneOf('DKK'),
    why: 'the official SDK has DKK and EUR, too, in charges',
  },
  {
    at: 'recurring.yaml#/components/schemas/pricingResponse/oneOf',
    forgives: (pricing) => isNode(pricing) && pricing['currency'] === 'DKK',
    why: 'the official SDK has DKK and EUR, too, in prices',
  },
];

export const deviations: readonly Deviation[] = [...qrAndEcom, ...epayment, ...recurring];

/** @returns the known deviation that a finding is, or null. */
export const deviationOf = ({ at, value }: Finding): Deviation | null =>
  deviations.find((known) => known.at === at && known.forgives(value)) ?? null;
