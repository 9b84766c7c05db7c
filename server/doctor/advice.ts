// What went wrong in a trial, in plain sentences for the person who sets up a till: what it is, and what to do. Pure.
import { causesOf } from '../vipps/gateway.ts';
import { refusesKeys, tokenPath } from '../vipps/http/access-token.ts';
import { VippsInvalidResponse, VippsRejected, VippsUnavailable } from '../vipps/http/errors.ts';
import { connectionAdvice } from './connection-advice.ts';
import type { Trial } from './trials.ts';
import type { Failure } from './try-out.ts';

export type Surroundings = {
  /** `test` or `production`. */
  environment: string;
  /** The host of the proxy through which Vipps is reached; null when it is reached directly. */
  proxy: string | null;
};

export const apiNames = { ecom: 'eCom', epayment: 'ePayment', recurring: 'Recurring' } as const;

const listed = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names);
const portal = 'portal.vippsmobilepay.com';

/** eCom's codes for a sales unit that is blocked, or not set up for this. */
const unitCodes = new Set(['31', '36', '37', '97']);

/** The last variable of a set of keys is that of the sales unit. */
const unitVariable = ({ variables }: Trial) => variables.at(-1) ?? 'VIPPS_MSN';

/** Tills sign up subscribers unless they are told not to. */
const unlessNobodySubscribes = ({ api }: Trial) =>
  api === 'recurring'
    ? ' Where nobody is to subscribe, set "subscriptions": false for the tills in TILLS_FILE.'
    : '';

/** Which API it was: the QR API is one of its own, which a sales unit has or has not. */
function apiAt(path: string, { api }: Trial): string {
  return path.startsWith('/qr/') ? 'QR' : apiNames[api];
}

function refusalAdvice(refusal: VippsRejected, trial: Trial, { environment }: Surroundings): string {
  const { path, status, code } = refusal;
  const reason =
    refusal.trace === null
      ? refusal.reason
      : `${refusal.reason} (Vipps MobilePay's id of this: ${refusal.trace})`;
  const { msn, variables } = trial;
  const api = apiAt(path, trial);
  if (path === tokenPath && refusesKeys(refusal)) {
    return `Vipps MobilePay does not accept the keys. Check ${listed(variables)}, and whether they are keys for VIPPS_ENVIRONMENT=${environment}. It says: ${reason}`;
  }
  if (/\bMSN\b|merchant serial/i.test(refusal.reason)) {
    return `These keys may not act for the sales unit ${msn}. Check ${unitVariable(trial)} and the "msn" of the tills against ${portal}. It says: ${reason}`;
  }
  if (status === 401 || status === 403) {
    const order = `Order it on ${portal}, and check that the keys are those of this sales unit.`;
    return `The keys are good, but not for the ${api} API: the sales unit ${msn} does not have it. ${order}${unlessNobodySubscribes(trial)} It says: ${reason}`;
  }
  if (code !== null && unitCodes.has(code)) {
    return `The sales unit ${msn} is blocked, or not set up for the ${api} API. Ask Vipps MobilePay, or look on ${portal}. It says: ${reason}`;
  }
  if (status === 404 && code === null) {
    return `There is no ${api} API at this address. Check VIPPS_BASE_URL. It says: ${reason}`;
  }
  return `Vipps MobilePay refuses (${code ?? `HTTP ${status}`}): ${reason}`;
}

function unavailableAdvice({ status, retryAfterMs, message }: VippsUnavailable): string {
  if (status === 429) {
    const when = retryAfterMs === null ? 'in a minute' : `in ${Math.ceil(retryAfterMs / 1000)} seconds`;
    return `Vipps MobilePay takes no more calls at the moment. Run this again ${when}.`;
  }
  if (status !== null && status >= 500) {
    return `Vipps MobilePay has trouble of its own (HTTP ${status}). Look at status.vippsmobilepay.com, and run this again later.`;
  }
  return `Vipps MobilePay cannot be asked at the moment: ${message}`;
}

/** @returns what to do about a failure, without a secret in it (P7). */
export function adviceOf({ error, heard }: Failure, trial: Trial, surroundings: Surroundings): string {
  const causes = [...causesOf(error)];
  const host = causes.find((cause) => cause instanceof VippsInvalidResponse)?.refusedHost;
  if (host) {
    return `The image of the code is at ${host}, which VIPPS_QR_IMAGE_HOSTS does not allow. If that is an address of Vipps MobilePay, add it there.`;
  }
  const unanswered = causes.find((cause) => cause instanceof VippsUnavailable && cause.code !== null);
  if (unanswered instanceof VippsUnavailable || heard?.isPage || heard?.status === 407) {
    const code = unanswered instanceof VippsUnavailable ? unanswered.code : null;
    return connectionAdvice(code, heard, surroundings.proxy);
  }
  const refusal = causes.find((cause) => cause instanceof VippsRejected);
  if (refusal !== undefined) return refusalAdvice(refusal, trial, surroundings);
  const passing = causes.find((cause) => cause instanceof VippsUnavailable);
  if (passing !== undefined) return unavailableAdvice(passing);
  const message =
    error instanceof Error ? [...causes].findLast((cause) => cause instanceof Error)?.message : '';
  return `An answer of Vipps MobilePay could not be read: ${message}`;
}

const minutes = (ms: number) => {
  const count = Math.round(ms / 60_000);
  return count < 1 ? `${Math.round(ms / 1000)} seconds` : `${count} ${count === 1 ? 'minute' : 'minutes'}`;
};
/** Less says nothing: an answer takes its time, and its date is in whole seconds. */
const mostAheadMs = 30_000;

/** @param aheadMs by how much this machine is ahead of Vipps. @returns null when the clocks agree, or nobody knows. */
export function clockAdvice(aheadMs: number | null): string | null {
  if (aheadMs === null || Math.abs(aheadMs) <= mostAheadMs) return null;
  const how = aheadMs > 0 ? 'ahead of' : 'behind';
  return `The clock of this machine is ${minutes(Math.abs(aheadMs))} ${how} that of Vipps MobilePay. Let the system set it by the network: times on screens and reports are wrong until then, and certificates may be refused.`;
}
