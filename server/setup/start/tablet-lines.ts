// What a start prints for whoever sets up a tablet: its address as a code, so that nobody has to type it there, and other addresses to try.
import { isLoopback } from '../../core/loopback.ts';
import { addressUrl, overPlainHttp } from '../../http/listen.ts';

export type TabletAddresses = {
  /** Of this server, as it is printed. */
  url: string;
  /** Whether the shop has named it so. */
  isNamed: boolean;
  /** By which others on the network may reach it, the likeliest first. */
  addresses: readonly string[];
  /** Of what a device has to trust first; null where it need not. */
  fingerprint: string | null;
};

/** The library is loaded only where there is somebody to see its code. */
async function codeOf(url: string): Promise<string[]> {
  const { default: qrcode } = await import('qrcode');
  const drawn = await qrcode.toString(url, { type: 'terminal', small: true, errorCorrectionLevel: 'L' });
  return ['For the tablet that faces the customer:', ...drawn.trimEnd().split('\n')];
}

/** How a device comes to trust a server with an authority of its own. @param page the address at which it is shown. */
function trustLines(page: string, fingerprint: string): string[] {
  const who = isLoopback(new URL(page).hostname) ? 'Browsers' : 'Tablets';
  return [
    `  ${who}: ${page} first, where each is shown how to trust this server.`,
    `  The fingerprint there is ${fingerprint} (SHA-256).`,
  ];
}

/** @param isTerminal whether what is printed is seen, and not kept in a file. @returns nothing while no tablet can reach the server. */
export async function tabletLines(
  { url, isNamed, addresses, fingerprint }: TabletAddresses,
  isTerminal: boolean,
): Promise<string[]> {
  const { protocol, hostname, port } = new URL(url);
  // Over plain http, which leads a device that trusts the server on to https.
  const pageOf = (base: string, path: string) =>
    fingerprint === null ? base + path : overPlainHttp(base + path);
  const trust = fingerprint === null ? [] : trustLines(pageOf(url, '/trust'), fingerprint);
  if (isLoopback(hostname)) return trust;
  const speaks = protocol === 'https:' ? 'https' : 'http';
  const all = isNamed ? [] : addresses.map((one) => addressUrl(speaks, one, port));
  const others = all
    .filter((one) => one !== url)
    .map((one) => (fingerprint === null ? one : pageOf(one, '/trust')));
  const tried = others.length === 0 ? [] : [`  Where a tablet does not find it, try ${others.join(' or ')}.`];
  const page = pageOf(url, fingerprint === null ? '/display' : '/trust');
  return isTerminal ? [...trust, ...tried, ...(await codeOf(page))] : [...trust, ...tried];
}
