// What a start prints for whoever sets up a tablet: its address as a code, so that nobody has to type it there, and other addresses to try.
import { isLoopback } from '../../core/loopback.ts';
import { addressUrl } from '../../http/listen.ts';

export type TabletAddresses = {
  /** Of this server, as it is printed. */
  url: string;
  /** Whether the shop has named it so. */
  isNamed: boolean;
  /** By which others on the network may reach it, the likeliest first. */
  addresses: readonly string[];
};

/** The library is loaded only where there is somebody to see its code. */
async function codeOf(url: string): Promise<string[]> {
  const { default: qrcode } = await import('qrcode');
  const drawn = await qrcode.toString(url, { type: 'terminal', small: true, errorCorrectionLevel: 'L' });
  return ['For the tablet that faces the customer:', ...drawn.trimEnd().split('\n')];
}

/** @param isTerminal whether what is printed is seen, and not kept in a file. @returns nothing while no tablet can reach the server. */
export async function tabletLines(
  { url, isNamed, addresses }: TabletAddresses,
  isTerminal: boolean,
): Promise<string[]> {
  const { protocol, hostname, port } = new URL(url);
  if (isLoopback(hostname)) return [];
  const speaks = protocol === 'https:' ? 'https' : 'http';
  const all = isNamed ? [] : addresses.map((one) => addressUrl(speaks, one, port));
  const others = all.filter((one) => one !== url);
  const tried = others.length === 0 ? [] : [`  Where a tablet does not find it, try ${others.join(' or ')}.`];
  return isTerminal ? [...tried, ...(await codeOf(`${url}/display`))] : tried;
}
