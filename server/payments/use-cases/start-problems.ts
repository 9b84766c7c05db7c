// Why a sale could not be brought to the screen: what staff and callers are told of it.
import type { Problem } from '../../contract/payments.ts';
import type { StartAnswer } from '../../store/store.ts';
import { causesOf } from '../../vipps/gateway.ts';
import { refusesKeys } from '../../vipps/http/access-token.ts';
import { VippsInvalidResponse, VippsRejected } from '../../vipps/http/errors.ts';
import type { Payment } from '../payment/types.ts';

/** The codes of `problemOf`. */
export const whyNoCode: readonly Problem['code'][] = [
  'vipps_rejected',
  'keys_rejected',
  'image_host_refused',
  'vipps_unavailable',
];

/** Vipps' own no, be it to the sale or to our credentials, is what staff should read. */
function refusalIn(error: unknown): VippsRejected | undefined {
  return causesOf(error).find((cause) => cause instanceof VippsRejected);
}

/** Vipps has made a code, and it is our own settings that keep its image from the screen. */
function refusedHostIn(error: unknown): string | null {
  return causesOf(error).find((cause) => cause instanceof VippsInvalidResponse)?.refusedHost ?? null;
}

/** @param error what the start of a payment was answered, or came to. */
export function problemOf(error: unknown): Problem {
  const refusal = refusalIn(error);
  if (refusal !== undefined && refusesKeys(refusal)) {
    const message = `Vipps MobilePay does not accept the keys of this shop: ${refusal.reason}`;
    return { code: 'keys_rejected', message };
  }
  if (refusal !== undefined) {
    return { code: 'vipps_rejected', message: `Vipps MobilePay refused: ${refusal.reason}` };
  }
  const host = refusedHostIn(error);
  if (host !== null) {
    const message = `The image of the code is at ${host}, which VIPPS_QR_IMAGE_HOSTS does not allow.`;
    return { code: 'image_host_refused', message, host };
  }
  return { code: 'vipps_unavailable', message: 'Vipps MobilePay could not be reached.' };
}

/** @param problem why there is no QR; null when there is one. What cannot be helped by asking again is one outcome to the caller. */
export function answerFor(payment: Payment, problem: Problem | null): StartAnswer {
  if (problem === null) return { outcome: 'presented', message: '', payment };
  const outcome = problem.code === 'vipps_unavailable' ? problem.code : 'vipps_rejected';
  return { outcome, message: problem.message, payment };
}
