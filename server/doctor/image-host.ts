// Whether the images of codes could be fetched, where no trial got that far: a firewall that lets one host through may not know the other.
import { randomUUID } from 'node:crypto';
import type { Config } from '../config/config.ts';
import { isLoopback } from '../core/loopback.ts';
import { VippsUnavailable } from '../vipps/http/errors.ts';
import { connectionAdvice } from './connection-advice.ts';
import type { Witness } from './witness.ts';

/** Any answer will do: nothing is asked for. */
const mostBytes = 64 * 1024;

/** Hosts that are allowed by their whole names and that nothing was asked of yet; of a stand-in on this machine none. */
function untried(
  { baseUrl, qrImageHosts }: Pick<Config, 'baseUrl' | 'qrImageHosts'>,
  witness: Witness,
): string[] {
  if (isLoopback(baseUrl.hostname)) return [];
  return qrImageHosts.filter((host) => !host.startsWith('*.') && !witness.asked(host));
}

/** @returns for each host that is not reached what to do about it. */
export async function imageHostAdvice(
  config: Pick<Config, 'baseUrl' | 'qrImageHosts' | 'network'>,
  witness: Witness,
  signal: AbortSignal,
): Promise<string[]> {
  const proxy = config.network.proxy?.url.host ?? null;
  const said: string[] = [];
  for (const host of untried(config, witness)) {
    const call = { method: 'GET', requestId: randomUUID(), origin: `https://${host}`, path: '/' } as const;
    try {
      await witness.exchange({ ...call, headers: {}, maxBytes: mostBytes, signal });
    } catch (error) {
      if (!(error instanceof VippsUnavailable) || error.code === null) continue;
      said.push(`Images of codes: ${connectionAdvice(error.code, witness.last(), proxy)}`);
    }
  }
  return said;
}
