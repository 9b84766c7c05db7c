// What stands between the screens and Vipps in place of our server.

import { credentials } from '../../shop/accounts.ts';
import { run } from '../../shop/programs/process.ts';

/** Vipps, and what a call to it carries. */
export type Upstream = { url: URL; headers: Record<string, string> };

export type Baseline = {
  url: URL;
  /** The processes whose work counts. */
  pids: readonly number[];
  end(): Promise<unknown>;
};

/** As many connections to Vipps as our server has: none of them is to wait for one of those. */
export const connectionsToVipps = 400;

/** The path at which all baselines tell of an order, which is Vipps' own. */
export const detailsPath = (orderId: string) => `/ecomm/v2/payments/${encodeURIComponent(orderId)}/details`;

/** Fetches an access token, as each of them would once an hour. */
export async function upstreamAt(vippsUrl: string): Promise<Upstream> {
  const keys = {
    'Ocp-Apim-Subscription-Key': credentials.VIPPS_SUBSCRIPTION_KEY,
    'Merchant-Serial-Number': credentials.VIPPS_MSN,
  };
  const { VIPPS_CLIENT_ID: client_id, VIPPS_CLIENT_SECRET: client_secret } = credentials;
  const answer = await fetch(`${vippsUrl}/accesstoken/get`, {
    method: 'POST',
    headers: { ...keys, client_id, client_secret },
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return { url: new URL(vippsUrl), headers: { ...keys, Authorization: `Bearer ${token}` } };
}

async function startProgram(
  name: string,
  { url, headers }: Upstream,
  more: Record<string, string>,
): Promise<Baseline> {
  const env = {
    BASELINE_UPSTREAM: url.origin,
    BASELINE_HEADERS: JSON.stringify(headers),
    BASELINE_CONNECTIONS: String(connectionsToVipps),
    ...more,
  };
  const program = await run([`e2e/bench/baselines/${name}.ts`], env, /: (http\S+) /);
  return { url: new URL(program.found), pids: [program.pid], end: () => program.end('SIGKILL') };
}

/** @param cacheMs for how long an answer is good for all who ask; 0 hands every question on. */
export const startForwarder = (upstream: Upstream, cacheMs: number) =>
  startProgram('forwarder', upstream, { BASELINE_CACHE_MS: String(cacheMs) });

/** Holds polls for a second, and looks once a second, and does nothing else. */
export const startBare = (upstream: Upstream) => startProgram('bare', upstream, {});
