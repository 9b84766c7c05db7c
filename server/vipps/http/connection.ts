// One HTTP exchange over kept-alive connections, with deadlines. Knows nothing of tokens or payments.
import { createDispatcher, directly, type Network } from './dispatcher.ts';
import { VippsUnavailable } from './errors.ts';
import { type Answer, receive, Unanswered } from './receive.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Exchange = (call: {
  method: Method;
  origin: string;
  /** With its query. */
  path: string;
  headers: Record<string, string>;
  body?: string;
  requestId: string;
  signal?: AbortSignal | undefined;
  /** Answers larger than this many bytes are cut off and fail. */
  maxBytes?: number;
}) => Promise<Answer>;

/** Vipps asks for a connect timeout of at least 1 s and a read timeout of at least 5 s. */
export const defaultTimeouts = { connectTimeoutMs: 1_500, readTimeoutMs: 5_000 };

/** What undici says of a proxy that grants no tunnel, with the status of its answer. */
const refusedTunnel = /^Proxy response \((\d{3})\)/;

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  const [, status] = refusedTunnel.exec(error.message) ?? [];
  if (status !== undefined) return `PROXY_${status}`;
  // An AbortError has a code too, but it is a number that tells nobody anything.
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/**
 * @returns `exchange`, which resolves with any HTTP answer and throws VippsUnavailable when there is none, and `close`.
 */
export function createExchange(
  timeouts = defaultTimeouts,
  network: Network = directly,
): { exchange: Exchange; close(): Promise<void> } {
  const agent = createDispatcher(timeouts, network);
  // The agent's deadlines begin anew with every byte; this one holds for an answer that only trickles in, too.
  const wholeTimeoutMs = timeouts.connectTimeoutMs + timeouts.readTimeoutMs;
  const exchange: Exchange = async ({
    method,
    origin,
    path,
    headers,
    body,
    requestId,
    signal,
    maxBytes = 1_000_000,
  }) => {
    try {
      const sent = { origin, path, method, headers, body: body ?? null };
      return await receive((handler) => agent.dispatch(sent, handler), { wholeTimeoutMs, maxBytes, signal });
    } catch (error) {
      const { cause, wasSent } = error instanceof Unanswered ? error : { cause: error, wasSent: true };
      const code = codeOf(cause);
      throw new VippsUnavailable(`no answer (${code})`, {
        code,
        method,
        // A query may hold a landing token.
        path: path.replace(/\?.*/s, ''),
        requestId,
        // Whatever the connection failed of: what never left us has not been done.
        outcome: wasSent ? 'unknown' : 'not_done',
      });
    }
  };
  return { exchange, close: () => agent.destroy() };
}
