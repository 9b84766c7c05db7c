// The shop of one round: its server, which is killed and started again, and its database, which stays.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runToEnd, serverScript } from '../shop/process.ts';
import { writeFirstVersion } from './first-version.ts';
import type { Disagreement, OurEvent, OurPayment } from './ledgers.ts';
import type { StartKill } from './phases.ts';
import { killAllPrograms, type Program, runProgram } from './programs.ts';
import { credentials } from './vipps.ts';

export type Answer = { status: number; body: Record<string, unknown>; etag: string };

const callWithinMs = 15_000;
const folders = new Set<string>();
/** How long the last start took; kills of a start are spread over it. */
let startTakesMs = 600;

export class Shop {
  readonly tills: string[];
  readonly #folder = mkdtempSync(join(tmpdir(), 'tillside-chaos-'));
  readonly #database = join(this.#folder, 'shop.db');
  readonly #env: Record<string, string>;
  #program: Program | null = null;
  #url: string | null = null;
  #log = '';
  /** The API key of the people of this round; made when the server is up for the first time. */
  #key: string | null = null;

  constructor(vippsUrl: string, tills: number, capture: 'auto' | 'manual') {
    folders.add(this.#folder);
    this.tills = Array.from({ length: tills }, (_, index) => String(index + 1));
    const tillsFile = join(this.#folder, 'tills.json');
    writeFileSync(tillsFile, JSON.stringify(this.tills.map((id) => ({ id, name: `Till ${id}` }))));
    this.#env = {
      ...credentials,
      // A port of its own for every start: the last one may have been taken meanwhile.
      ...{ VIPPS_ENVIRONMENT: 'test', VIPPS_BASE_URL: vippsUrl, PORT: '0', TILLS_FILE: tillsFile },
      ...{ FALLBACK_URL: 'https://shop.example/thanks', CALLBACK_URL: 'https://shop.example/vipps' },
      ...{ DATABASE_URL: `file:${this.#database}`, CAPTURE: capture, LOG_LEVEL: 'info' },
    };
  }

  /** Puts a database there as the first version of Tillside left it. @returns what it holds. */
  inheritFirstVersion(): OurPayment[] {
    return writeFirstVersion(this.#database);
  }

  /** @throws with its output when it does not come up. */
  async start(): Promise<void> {
    const beganMs = performance.now();
    this.#url = await this.#run().ready;
    startTakesMs = performance.now() - beganMs;
    this.#key ??= await this.#makeKey();
  }

  /** Starts the server, and kills it before or just when it is ready. */
  async startAndKill(kill: StartKill): Promise<void> {
    const program = this.#run();
    if (kill.after === 'share') {
      await sleep(kill.share * startTakesMs);
    } else {
      // The log beside the database is the first thing that is written; after a kill it is there already.
      const touched = () => existsSync(`${this.#database}-wal`) || program.hasEnded();
      if (touched()) await sleep(startTakesMs / 2);
      while (!touched()) await sleep(1);
      await sleep(kill.delayMs);
    }
    await this.kill();
  }

  /** @throws with its output when the server had ended by itself. */
  async kill(): Promise<void> {
    const how = await this.#end('SIGKILL');
    if (how !== 'SIGKILL') throw new Error(`the server ended by itself with ${how}:\n${this.#log}`);
  }

  /** Asks the server to stop. @returns its exit code, which is 0 when all is well. */
  stop(): Promise<number | string> {
    return this.#end('SIGTERM');
  }

  /** A call of the API; null when nobody answered. */
  async call(method: 'GET' | 'POST', path: string, more: CallOptions = {}): Promise<Answer | null> {
    if (this.#url === null) return null;
    const { body, headers = {}, signal } = more;
    const deadline = AbortSignal.timeout(callWithinMs);
    try {
      const answer = await fetch(`${this.#url}/api${path}`, {
        ...{ method, signal: signal ? AbortSignal.any([deadline, signal]) : deadline },
        headers: {
          authorization: `Bearer ${this.#key}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      const etag = answer.headers.get('etag') ?? '';
      return { status: answer.status, body: text === '' ? {} : JSON.parse(text), etag };
    } catch {
      return null;
    }
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
        const history = (events as Event[]).map(({ at, event, state }): OurEvent => {
          return { event, state, atMs: Date.parse(at) };
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

  async close(): Promise<void> {
    await this.#end('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
    folders.delete(this.#folder);
  }

  async #end(signal: NodeJS.Signals): Promise<number | string> {
    this.#url = null;
    const program = this.#program;
    if (program === null) return 'no signal';
    const how = await program.end(signal);
    this.#log += program.output();
    this.#program = null;
    return how;
  }

  async #makeKey(): Promise<string> {
    const printed = await runToEnd(['server/commands/keys.ts', 'add', 'chaos'], this.#env);
    return printed.trim().split(/\s/).at(-1) ?? '';
  }

  #lines(): string[] {
    return (this.#log + (this.#program?.output() ?? '')).split('\n');
  }

  #run(): Program {
    this.#program = runProgram(serverScript, this.#env, /Tillside is ready at (\S+) /);
    return this.#program;
  }

  async #get(path: string): Promise<Record<string, unknown>> {
    const answer = await this.call('GET', path);
    if (answer?.status !== 200) throw new Error(`GET ${path}: ${answer?.status ?? 'no answer'}`);
    return answer.body;
  }
}

export type CallOptions = { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal };
type View = Omit<OurPayment, 'amount' | 'events'> & { amount: { value: number } };
type Event = { at: string; event: string; state: string };

/** For the end of the run, whatever the reason: no program and no file of ours stays. */
export function leaveNothingBehind(): void {
  killAllPrograms();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
