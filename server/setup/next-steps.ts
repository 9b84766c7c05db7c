// What to do once everything is written. Pure.
import type { Config } from '../config/config.ts';
import { isLoopback } from '../core/loopback.ts';
import { addressUrl } from '../http/listen.ts';

/** The address to open on a tablet; null while only this machine reaches the server. */
function tabletAddress({ publicUrl, tls, host, port }: Config): string | null {
  if (publicUrl !== null) return `${publicUrl.origin}/display`;
  if (isLoopback(host)) return null;
  if (host === '0.0.0.0' || host === '::')
    return 'the address that npm start prints, with /display behind it';
  return `${addressUrl(tls === null ? 'http' : 'https', host, port)}/display`;
}

export function nextSteps(config: Config): string[] {
  const address = tabletAddress(config);
  const tablet =
    address === null
      ? 'So far this machine alone reaches the server: for tablets, run this again with an https address or plain http.'
      : `On the tablet that faces the customer, open ${address}. It shows a code: enter it in the cashier's tab under Displays.`;
  return [
    '',
    'Everything is written to .env, which only you can read. What comes next:',
    '  1. npm run doctor   tries out a whole payment of the least amount, and cancels it',
    '  2. npm start        prints the addresses, and a link that makes you the first manager',
    `  3. ${tablet}`,
  ];
}
