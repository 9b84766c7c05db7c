// One HTTP exchange over kept-alive connections, with deadlines. Knows nothing of tokens or payments.
import { Agent, type Dispatcher, request } from 'undici';
import { VippsUnavailable } from './errors.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Exchange = (call: {
  method: Method;
  url: URL;
  headers: Record<string, string>;
  body?: string;
  requestId: string;
  signal?: AbortSignal | undefined;
  /** Answers larger than this many bytes are cut off and fail. */
  maxBytes?: number;
}) => Promise<{ status: number; headers: Record<string, string>; bytes: Buffer }>;

/** Vipps asks for a connect timeout of at least 1 s and a read timeout of at least 5 s. */
export const defaultTimeouts = { connectTimeoutMs: 1_500, readTimeoutMs: 5_000 };

const neverConnected = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  // An AbortError has a code too, but it is a number that tells nobody anything.
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function flatten(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

async function readAtMost(body: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw Object.assign(new Error('too large'), { code: 'TOO_LARGE' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * @returns `exchange`, which resolves with any HTTP answer and throws VippsUnavailable when there is none, and `close`.
 */
export function createExchange(timeouts = defaultTimeouts): { exchange: Exchange; close(): Promise<void> } {
  const agent = new Agent({
    connect: { timeout: timeouts.connectTimeoutMs },
    headersTimeout: timeouts.readTimeoutMs,
    bodyTimeout: timeouts.readTimeoutMs,
    keepAliveTimeout: 30_000,
    connections: 64,
  });
  // The agent's deadlines begin anew with every byte; this one holds for an answer that only trickles in, too.
  const wholeTimeoutMs = timeouts.connectTimeoutMs + timeouts.readTimeoutMs;
  const exchange: Exchange = async ({
    method,
    url,
    headers,
    body,
    requestId,
    signal,
    maxBytes = 1_000_000,
  }) => {
    const over = AbortSignal.timeout(wholeTimeoutMs);
    try {
      const answer = await request(url, {
        method,
        headers,
        dispatcher: agent,
        ...(body === undefined ? {} : { body }),
        signal: signal ? AbortSignal.any([over, signal]) : over,
      });
      const bytes = await readAtMost(answer.body, maxBytes);
      return { status: answer.statusCode, headers: flatten(answer.headers), bytes };
    } catch (error) {
      const code = codeOf(error);
      throw new VippsUnavailable(`no answer (${code})`, {
        method,
        // Only the path: a query may hold a landing token.
        path: url.pathname,
        requestId,
        outcome: neverConnected.has(code) ? 'not_done' : 'unknown',
      });
    }
  };
  return { exchange, close: () => agent.destroy() };
}
