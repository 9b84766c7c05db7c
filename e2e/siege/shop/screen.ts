// A screen of the shop, as the server knows it: it polls, is answered or not, and polls again.
import { setTimeout as sleep } from 'node:timers/promises';
import { callApi } from '../../shop/api.ts';

const everyMs = 1_000;
/** Longer than any answer is held. */
const patienceMs = 5_000;

export class Screen {
  /** When it has first shown each payment as approved, by reference; as `performance.now()` tells. */
  readonly approvedAtMs = new Map<string, number>();
  /** Polls that were not answered as they should, by what came instead. */
  readonly failures: Record<string, number> = {};
  readonly #url: string;
  readonly #path: string;
  readonly #headers: Record<string, string>;

  /** @param headers say who it is. */
  constructor(url: string, till: string, headers: Record<string, string>) {
    this.#url = url;
    this.#path = `/tills/${till}/payment`;
    this.#headers = headers;
  }

  /** Polls until `signal`: one second after the last poll began, and at once after a change. */
  async run(signal: AbortSignal): Promise<void> {
    let etag: string | null = null;
    while (!signal.aborted) {
      const beganMs = performance.now();
      const known: Record<string, string> = etag === null ? {} : { 'if-none-match': etag };
      const headers = { ...this.#headers, ...known, prefer: 'wait=1' };
      const until = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
      const answer = await callApi(this.#url, 'GET', this.#path, undefined, headers, until).catch(asFailure);
      if (signal.aborted) return;
      const isNew = 'status' in answer && answer.status === 200;
      if (isNew) {
        etag = answer.etag;
        this.#show(JSON.parse(answer.text).payment);
      } else if (!('status' in answer) || answer.status !== 304) {
        const how = 'status' in answer ? `answered ${answer.status}` : answer.how;
        this.failures[how] = (this.failures[how] ?? 0) + 1;
      }
      const leftMs = isNew ? 0 : beganMs + everyMs - performance.now();
      if (leftMs > 0) await sleep(leftMs);
    }
  }

  #show(payment: { reference: string; state: string } | null): void {
    if (payment?.state !== 'approved' || this.approvedAtMs.has(payment.reference)) return;
    this.approvedAtMs.set(payment.reference, performance.now());
  }
}

/** What undici says of a connection that came to nothing stands in the cause. */
export function asFailure(error: unknown): { how: string } {
  if (!(error instanceof Error)) return { how: String(error) };
  const { cause, name } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
  return { how: code ?? name };
}
