// Why nothing comes of a connection to Vipps, in plain sentences. Pure.
import type { Heard } from './witness.ts';

const notFound = new Set(['ENOTFOUND', 'EAI_AGAIN']);
const notReached = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const outOfDate = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
const noAnswer = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'TimeoutError']);
const isCertificate = (code: string) => /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME/.test(code);
const isProtocol = (code: string) => /SSL|EPROTO|TLS|UND_ERR_SOCKET|HPE_|ECONNRESET|EPIPE/.test(code);

const and = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names);

function why(code: string, host: string): string {
  if (notFound.has(code)) {
    return `The name ${host} is not found. Is this machine on the Internet, and does its DNS work?`;
  }
  if (notReached.has(code)) {
    return `No connection to ${host} comes about. A firewall has to let this machine out to it, port 443.`;
  }
  if (outOfDate.has(code)) {
    return `The certificate of ${host} is not good today. Check the clock of this machine first; then, whether something in between shows a certificate of its own.`;
  }
  if (isCertificate(code)) {
    return `The certificate of ${host} is not one that this machine trusts: something in between reads along, such as a proxy or a virus scanner. Let it leave ${host} alone, or give its certificate to Node by NODE_EXTRA_CA_CERTS.`;
  }
  if (isProtocol(code)) {
    return `The connection to ${host} is broken off before or while it becomes secure. A proxy or firewall in between may want to know of it first.`;
  }
  return noAnswer.has(code)
    ? `${host} is reached, but does not answer in time. Look at status.vippsmobilepay.com, and whether this line is a slow one.`
    : `The connection to ${host} fails.`;
}

/**
 * @param code why there was no answer, as Node and undici call it; null when something else answered in Vipps' place.
 * @param proxyVariables that are set: other programs go by them.
 */
export function connectionAdvice(
  code: string | null,
  heard: Heard | null,
  proxyVariables: readonly string[],
): string {
  const host = heard?.host ?? 'Vipps MobilePay';
  const proxy =
    proxyVariables.length === 0
      ? ''
      : ` ${and(proxyVariables)} ${proxyVariables.length === 1 ? 'is' : 'are'} set, but Tillside goes by no proxy: it connects directly.`;
  if (code !== null) return `${why(code, host)}${proxy} (${code})`;
  if (heard?.status === 407) return `A proxy in front of ${host} asks for a password.${proxy}`;
  return `Something in between answers in place of ${host}, with a page (HTTP ${heard?.status}): a proxy, or a network that wants its guests to sign in first.${proxy}`;
}
