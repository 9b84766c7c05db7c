// Where Vipps sends people and callbacks to: as set, or by the name that the shop has given this server. Pure.
import type { TillView } from '../contract/payments.ts';
import type { EnvReader } from './env-reader.ts';

export const thankYouPath = '/thank-you';
const callbackPath = '/api/callbacks/ecom';

type Situation = {
  environment: TillView['environment'];
  publicUrl: URL | null;
  /** Whether Vipps is a double on this machine, which may call back over plain http. */
  plainLoopback: boolean;
};

/** Required by Vipps; in the demo nobody follows it. */
const ofTheDemo = 'https://tillside.invalid/thank-you';
/**
 * Of a server that has no name of its own. Vipps takes only addresses on the Internet, and what it may send there is then told to nobody
 * but itself.
 */
const ofVipps = 'https://vippsmobilepay.com/';

/** Names that only a network of its own knows: RFC 6761, RFC 6762, RFC 8375, and those that routers and companies give. */
const localName =
  /\.(?:local|localhost|lan|home|internal|intranet|private|corp|test|example|invalid|home\.arpa)$/;

/** Whether a phone anywhere, and Vipps, may know this address. */
function isOnTheInternet({ protocol, hostname }: URL): boolean {
  const isName = /\.[a-z][a-z0-9-]*$/.test(hostname);
  return protocol === 'https:' && isName && !localName.test(hostname);
}

/**
 * @returns the addresses; null for one that is wrong. `hasPage`: whether there is a page for a subscriber to come back to. `isSet`:
 * whether somebody has chosen it.
 */
export function readReturns(read: EnvReader, { environment, publicUrl, plainLoopback }: Situation) {
  const own = publicUrl !== null && isOnTheInternet(publicUrl) ? publicUrl.origin : null;
  const isSet = read.text('FALLBACK_URL') !== undefined;
  const without = environment === 'demo' ? ofTheDemo : ofVipps;
  const page = own === null ? without : own + thankYouPath;
  const calls = own === null ? without : own + callbackPath;
  const fallbackUrl = read.url('FALLBACK_URL', read.text('FALLBACK_URL') ?? page, false);
  const callbackUrl = read.url('CALLBACK_URL', read.text('CALLBACK_URL') ?? calls, plainLoopback);
  const agreement = read.text('AGREEMENT_URL') ?? fallbackUrl?.href ?? page;
  const agreementUrl = read.url('AGREEMENT_URL', agreement, false);
  const hasPage = isSet || own !== null || environment === 'demo';
  return { fallbackUrl, callbackUrl, agreementUrl, hasPage, isSet };
}
