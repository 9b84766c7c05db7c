// A till that talks to a simulator over a real socket, with a clock and a randomness that tests hold in their hands.
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { mulberry32 } from '../control/fault-rules.ts';
import { type SimulatorOptions, startSimulator } from '../simulator.ts';
import type { Credentials } from '../world.ts';
import { type Answered, ask } from './ask.ts';
import type { Answer, Call, Send } from './calls.ts';
import { epaymentCalls } from './epayment.ts';

export const credentials = {
  clientId: 'demo-client',
  clientSecret: 'demo-secret',
  subscriptionKey: 'demo-key',
  msn: '123456',
};
export const tokenHeadersOf = ({ clientId, clientSecret, subscriptionKey }: Credentials) => ({
  client_id: clientId,
  client_secret: clientSecret,
  'Ocp-Apim-Subscription-Key': subscriptionKey,
});
export const tokenHeaders = tokenHeadersOf(credentials);
export const merchantInfo = { merchantSerialNumber: credentials.msn };

export type Till = Awaited<ReturnType<typeof openTill>>;

/** Starts a simulator that ends with the test, and signs in. */
export async function openTill(options: Partial<SimulatorOptions> = {}) {
  const clock = { nowMs: Date.UTC(2026, 0, 15, 12) };
  const simulator = await startSimulator({
    credentials,
    now: () => clock.nowMs,
    random: mulberry32(7),
    faults: true,
    ...options,
  });
  onTestFinished(() => simulator.close());
  const till = createTill(simulator.url);
  await till.signIn();
  return { ...till, simulator, clock };
}

/** A till of one account at a simulator that runs already. */
export function createTill(url: string, own: Credentials = credentials) {
  let token = '';
  const call = async (method: string, path: string, { headers, body, raw }: Call = {}): Promise<Answer> => {
    const json = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const all = {
      Authorization: `Bearer ${token}`,
      'Ocp-Apim-Subscription-Key': own.subscriptionKey,
      ...(json !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    };
    const sent = Object.entries(all).filter((header): header is [string, string] => header[1] !== undefined);
    const more = json === undefined ? {} : { body: json };
    return readAnswer(await ask(new URL(path, url), { method, headers: Object.fromEntries(sent), ...more }));
  };
  return {
    url,
    call,
    async signIn() {
      const { body } = await call('POST', '/accesstoken/get', { headers: tokenHeadersOf(own) });
      token = z.string().parse(body.access_token);
    },
    ...ecomCalls(call, { merchantSerialNumber: own.msn }),
    ...epaymentCalls(call, own.msn),
    ...phoneCalls(call),
  };
}

function ecomCalls(call: Send, ownInfo: typeof merchantInfo) {
  const payment = (orderId: string, action: string) => `/ecomm/v2/payments/${orderId}/${action}`;
  const money = (orderId: string, action: string, amount: unknown, key: string) =>
    call('POST', payment(orderId, action), {
      headers: { 'X-Request-Id': key },
      body: { merchantInfo: ownInfo, transaction: { amount, transactionText: action } },
    });
  return {
    initiate: (orderId: string, transaction: object = {}, merchant: object = {}) =>
      call('POST', '/ecomm/v2/payments', {
        body: newPayment(orderId, transaction, { ...ownInfo, ...merchant }),
      }),
    details: (orderId: string) => call('GET', payment(orderId, 'details')),
    capture: (orderId: string, amount: unknown, key: string) => money(orderId, 'capture', amount, key),
    refund: (orderId: string, amount: unknown, key: string) => money(orderId, 'refund', amount, key),
    cancel: (orderId: string, more: object = {}) =>
      call('PUT', payment(orderId, 'cancel'), {
        body: { merchantInfo: ownInfo, transaction: { transactionText: 'cancel' }, ...more },
      }),
    qr: (landingUrl: string, accept = 'image/svg+xml', headers: Record<string, string> = {}) =>
      call('POST', '/qr/v1', { headers: { Accept: accept, ...headers }, body: { url: landingUrl } }),
  };
}

function phoneCalls(call: Send) {
  const orders = async () => (await call('GET', '/simulator/orders')).body;
  const phoneUrl = async (orderId: string): Promise<string> =>
    // biome-ignore lint/suspicious/noExplicitAny: see Answer
    (await orders()).find((order: any) => order.orderId === orderId).phoneUrl;
  return {
    orders,
    phoneUrl,
    open: async (orderId: string, headers: Record<string, string> = {}) =>
      call('GET', await phoneUrl(orderId), { headers }),
    press: async (orderId: string, button: 'approve' | 'decline' | 'cancel' | 'stop') =>
      call('POST', `${await phoneUrl(orderId)}/${button}`),
    faults: (rules: object[], seed = 1) => call('PUT', '/simulator/faults', { body: { seed, rules } }),
    approveLate: (orderId: string, kind: string) =>
      call('PUT', `/simulator/orders/${orderId}/late`, { body: { kind } }),
    settings: (settings: object) => call('PUT', '/simulator/settings', { body: settings }),
  };
}

/** A payment of 499 kroner. */
export function newPayment(orderId: string, transaction: object = {}, merchant: object = {}) {
  return {
    customerInfo: {},
    merchantInfo: {
      ...merchantInfo,
      callbackPrefix: 'https://shop.example/callbacks',
      fallBack: 'https://shop.example/thanks',
      ...merchant,
    },
    transaction: { orderId, amount: 49900, transactionText: 'One pair of socks', ...transaction },
  };
}

export function readAnswer(answer: Answered): Answer {
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  return { ...answer, body: isJson ? JSON.parse(answer.text) : undefined };
}
