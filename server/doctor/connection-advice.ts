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

function why(code: string, host: string): string {
  if (code === 'EAI_AGAIN') {
    return `The name ${host} cannot be looked up: no DNS server answers. Is this machine on the Internet, and is its DNS server the right one?`;
  }
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
    return `The certificate of ${host} is not one that this machine trusts: something in between reads along, such as a proxy or a virus scanner. Let it leave ${host} alone, or name the file with its certificate in TLS_CA.`;
  }
  if (isProtocol(code)) {
    return `The connection to ${host} is broken off before or while it becomes secure. A proxy or firewall in between may want to know of it first.`;
  }
  return noAnswer.has(code)
    ? `${host} is reached, but does not answer in time. Look at status.vippsmobilepay.com, and whether this line is a slow one.`
    : `The connection to ${host} fails.`;
}

/** Of a proxy that grants no way to Vipps; null when the trouble lies beyond it. */
function proxyAdvice(code: string, proxy: string, host: string): string | null {
  if (code === 'PROXY_407') {
    return `The proxy ${proxy} asks for a password. Put it into HTTPS_PROXY: http://NAME:PASSWORD@${proxy}.`;
  }
  if (code.startsWith('PROXY_')) {
    return `The proxy ${proxy} lets nobody through to ${host}. Have it allow that, port 443, or connect directly by NO_PROXY.`;
  }
  if (notFound.has(code)) return `The name of the proxy ${proxy} is not found. Check HTTPS_PROXY.`;
  return notReached.has(code) || code.startsWith('UND_ERR_PRX')
    ? `No connection to the proxy ${proxy} comes about. Check HTTPS_PROXY.`
    : null;
}

/**
 * @param code why there was no answer, as Node and undici call it; null when something else answered in Vipps' place.
 * @param proxy through which Vipps is reached; null when it is reached directly.
 */
export function connectionAdvice(code: string | null, heard: Heard | null, proxy: string | null): string {
  const host = heard?.host ?? 'Vipps MobilePay';
  const through = proxy === null ? '' : ` Tillside goes through the proxy ${proxy}.`;
  if (code !== null) {
    const ofProxy = proxy === null ? null : proxyAdvice(code, proxy, host);
    return `${ofProxy ?? `${why(code, host)}${through}`} (${code})`;
  }
  if (heard?.status === 407)
    return `A proxy in front of ${host} asks for a password. Name it in HTTPS_PROXY.`;
  return `Something in between answers in place of ${host}, with a page (HTTP ${heard?.status}): a proxy, or a network that wants its guests to sign in first.${through}`;
}
