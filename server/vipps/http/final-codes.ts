// Which of Vipps' own codes say for good that a change of an order is not made. No other code does, and no page of a gateway.
import type { VippsRejected } from './errors.ts';

/** eCom API guide, "Error codes": not 94, 98 and 99, which pass, and not 35, which other keys are told of an order that is there. */
const ecom = ['31', '32', '33', '36', '37', '97', '41', '42', '43', '44', '45'];
const ecomChanges = ['51', '52', '53', '61', '62', '63', '71', '72', '73', '74', '91', '92', '93'];
/** ePayment API guide, "Errors": not 4150, which is said of a repeat whose first try nobody knows, 5090 (as 35) and 6280, which passes. */
const epayment = [
  '6020',
  '6040',
  '6060',
  '6070',
  '6080',
  '6090',
  '6100',
  '6150',
  '6190',
  '6200',
  '6210',
  '6220',
  '6230',
  '6260',
];
/** Recurring API guide, "Problem types": not `conflict` and `idempotency-conflict`, nor `resource-not-found`. */
const recurring = [
  'charge-capture-failed',
  'cancel-charge-failed',
  'operation-failed',
  'illegal-agreement-update',
  'unsupported-feature',
  'validation-error',
];

const final: ReadonlySet<string> = new Set([...ecom, ...ecomChanges, ...epayment, ...recurring]);

/** Whether Vipps has said no for good, and not to come back: credentials that do not work today may work tomorrow. */
export const isFinalNo = ({ status, code }: VippsRejected): boolean =>
  status !== 401 && status !== 403 && code !== null && final.has(code);
