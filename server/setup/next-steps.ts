// What to do once everything is written. Pure.
import type { Config } from '../config/config.ts';
import { isLoopback } from '../core/loopback.ts';
import { addressUrl, overPlainHttp } from '../http/listen.ts';

/** How the server and its commands are called here. */
export type Calls = { start: string; doctor: string };

/** @param calledAs by what the package was called; undefined in the sources, which have npm's scripts. */
export function callsOf(calledAs: string | undefined): Calls {
  const inSources = { start: 'npm start', doctor: 'npm run doctor' };
  return calledAs === undefined ? inSources : { start: calledAs, doctor: `${calledAs} doctor` };
}

/** The address to open on a tablet; null while only this machine reaches the server. */
function tabletAddress({ publicUrl, tls, host, port }: Config, start: string): string | null {
  const isOwn = tls === 'auto';
  const path = isOwn ? '/trust' : '/display';
  if (publicUrl !== null) return isOwn ? overPlainHttp(publicUrl.origin + path) : publicUrl.origin + path;
  if (isLoopback(host)) return null;
  if (host === '0.0.0.0' || host === '::') return `the address that ${start} prints, with ${path} behind it`;
  return addressUrl(tls === null || isOwn ? 'http' : 'https', host, port) + path;
}

export function nextSteps(config: Config, { start, doctor }: Calls): string[] {
  const address = tabletAddress(config, start);
  const what = config.tls === 'auto' ? 'It shows how to trust this server, and then' : 'It shows';
  const tablet =
    address === null
      ? 'So far this machine alone reaches the server: for tablets, run this again and choose how they reach it.'
      : `On the tablet that faces the customer, open ${address}. ${what} a code: enter it in the cashier's tab under Displays.`;
  const width = Math.max(start.length, doctor.length);
  return [
    '',
    'Everything is written to .env, which only you can read. What comes next:',
    `  1. ${doctor.padEnd(width)}   tries out a whole payment of the least amount, and cancels it`,
    `  2. ${start.padEnd(width)}   prints the addresses, and a link that makes you the first manager`,
    `  3. ${tablet}`,
  ];
}
