// What stands between the screens and Vipps in place of our server.
import { credentials } from '../../shop/accounts.ts';
import { run } from '../../shop/programs/process.ts';

/** Vipps, and what a call to it carries. */
export type Upstream = { url: URL; headers: Record<string, string> };

export type Baseline = {
  url: URL;
  end(): Promise<unknown>;
};

/** The path of an order: the same as at Vipps. */
export const detailsPath = (orderId: string) => `/ecomm/v2/payments/${encodeURIComponent(orderId)}/details`;

/** Fetches an access token, which lasts an hour. */
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

export async function startForwarder({ url, headers }: Upstream): Promise<Baseline> {
  const env = { BASELINE_UPSTREAM: url.origin, BASELINE_HEADERS: JSON.stringify(headers) };
  const program = await run(['e2e/bench/baselines/forwarder.ts'], env, /: (http\S+) /);
  return { url: new URL(program.found), end: () => program.end('SIGKILL') };
}
