// The shop of one round: its server is killed and started again, its database stays.
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { callApi } from '../../shop/api.ts';
import type { VippsHost } from '../../shop/programs/vipps-host.ts';
import { Shop } from '../../shop/shop.ts';
import type { Vipps } from '../../shop/vipps.ts';
import type { Disagreement, OurEvent, OurPayment } from '../compare/ledgers.ts';
import type { StartKill } from '../plan/phases.ts';
import type { RoundPlan } from '../plan/plan.ts';
import { giveKey } from './api-key.ts';
import { ahead, aheadVariable, putAhead, settableClocks } from './clocks.ts';
import { writeFirstVersion } from './first-version.ts';

export type Answer = { status: number; body: Record<string, unknown>; etag: string };

/** Longer than any machine takes: a killed process is gone at once. */
const callWithinMs = 60_000;
/** How long the last start took; kills of a start are spread over it. */
let startTakesMs = 600;

export class RoundShop {
  readonly tills: readonly string[];
  readonly #shop: Shop;
  readonly #host: VippsHost;
  #isAhead = false;
  /** The API key of the people of this round; made when the server is up for the first time. */
  #key: string | null = null;

  private constructor(shop: Shop, host: VippsHost, tills: number) {
    this.#shop = shop;
    this.#host = host;
    this.tills = Array.from({ length: tills }, (_, index) => String(index + 1));
  }

  static async open(
    host: VippsHost,
    plan: Pick<RoundPlan, 'tills' | 'capture' | 'sells'>,
  ): Promise<RoundShop> {
    const tills = plan.tills.length;
    const settings = { CAPTURE: plan.capture, VIPPS_API: plan.sells, LOG_LEVEL: 'info', ...settableClocks };
    return new RoundShop(await Shop.open(settings, { host, tills, isLeftToStart: true }), host, tills);
  }

  get vipps(): Vipps {
    return this.#shop.vipps;
  }

  /** Puts a database there as the first version of Tillside left it. @returns what it holds. */
  inheritFirstVersion(): OurPayment[] {
    return writeFirstVersion(this.#shop.database);
  }

  /** @throws with its output when it does not come up. */
  async start(): Promise<void> {
    const beganMs = performance.now();
    await this.#shop.startServer();
    startTakesMs = performance.now() - beganMs;
    this.#key ??= await giveKey(this.#shop);
  }

  /** Starts the server, and kills it before or just when it is ready. */
  async startAndKill(kill: StartKill): Promise<void> {
    const program = this.#shop.server.begin();
    if (kill.after === 'share') {
      await sleep(kill.share * startTakesMs);
    } else {
      // The log beside the database is the first thing that is written; after a kill it is there already.
      const touched = () => existsSync(`${this.#shop.database}-wal`) || program.hasEnded();
      if (touched()) await sleep(startTakesMs / 2);
      while (!touched()) await sleep(1);
      await sleep(kill.delayMs);
    }
    await this.kill();
  }

  /** @throws with its output when the server had ended by itself. */
  async kill(): Promise<void> {
    const how = await this.#shop.stopServer('SIGKILL');
    if (how !== 'SIGKILL') throw new Error(`the server ended by itself with ${how}:\n${this.#shop.log}`);
  }

  /** Asks the server to stop. @returns its exit code, which is 0 when all is well. */
  stop(): Promise<number | string> {
    return this.#shop.stopServer('SIGTERM');
  }

  /** A call of the API; null without an answer. */
  async call(method: 'GET' | 'POST', path: string, more: CallOptions = {}): Promise<Answer | null> {
    // Its last port may be another shop's by now.
    if (!this.#shop.server.isUp) return null;
    const deadline = AbortSignal.timeout(callWithinMs);
    const signal = more.signal ? AbortSignal.any([deadline, more.signal]) : deadline;
    const headers = { authorization: `Bearer ${this.#key}`, ...more.headers };
    try {
      const { url } = this.#shop;
      const { status, etag, text } = await callApi(url, method, path, more.body, headers, signal);
      return { status, etag: etag ?? '', body: text === '' ? {} : JSON.parse(text) };
    } catch {
      return null;
    }
  }

  /** A cashier compares a payment with what Vipps shows of it. */
  async check(reference: string): Promise<void> {
    await this.call('POST', `/payments/${reference}/check`);
  }

  /** All payments with their histories. @throws when the server does not answer. */
  async ledger(): Promise<OurPayment[]> {
    const payments: OurPayment[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await this.#get(
        `/payments${cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`}`,
      );
      cursor = page['cursor'] as string | null;
      for (const view of page['payments'] as View[]) {
        const { events } = await this.#get(`/payments/${view.reference}/events`);
        const history = (events as Event[]).map(({ at, name, state }): OurEvent => {
          return { event: name, state, atMs: Date.parse(at) };
        });
        payments.push({ ...view, amount: view.amount.value, events: history });
      }
    }
    return payments;
  }

  /** What the server has logged about a payment in all its lives. */
  logOf(reference: string): string[] {
    return this.#lines().filter((line) => reference !== '' && line.includes(reference));
  }

  /** What the server has logged as faults of its own: whatever Vipps does, there are none. */
  faults(): Disagreement[] {
    return this.#lines()
      .filter((line) => /^\{"level":[56]0,/.test(line))
      .map((what) => ({ rule: 'fault of ours', reference: '', what }));
  }

  /** The clocks of the server and of Vipps go ahead, once in a round. */
  async putClocksAhead(): Promise<void> {
    this.#isAhead = true;
    this.#shop.server.setVariable(aheadVariable, ahead);
    // Ours first: nothing in our history may seem older than what it followed at Vipps.
    await putAhead(this.#shop.server);
    await putAhead(this.#host);
  }

  async close(): Promise<void> {
    await this.#shop.close();
    // The next round begins with clocks that are right.
    if (this.#isAhead) await this.#host.end();
  }

  #lines(): string[] {
    return this.#shop.server.wholeLog.split('\n');
  }

  async #get(path: string): Promise<Record<string, unknown>> {
    const answer = await this.call('GET', path);
    if (answer?.status !== 200) throw new Error(`GET ${path}: ${answer?.status ?? 'no answer'}`);
    return answer.body;
  }
}

export type CallOptions = { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal };
type View = Omit<OurPayment, 'amount' | 'events'> & { amount: { value: number } };
type Event = { at: string; name: string; state: string };
