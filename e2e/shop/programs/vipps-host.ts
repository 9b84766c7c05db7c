// The stand-in for Vipps MobilePay as a process of its own, which shops share.
import { type Program, run } from './process.ts';
import { realTime, timeOption } from './scaled-time.ts';

/** A merchant that the stand-in knows besides the first. */
export type Account = { clientId: string; clientSecret: string; subscriptionKey: string; msn: string };

export class VippsHost {
  readonly #env: Record<string, string>;
  #program: Program | null = null;

  constructor(credentials: Record<string, string>, others: readonly Account[] = [], time = realTime) {
    const accounts = JSON.stringify(others);
    this.#env = { ...credentials, SIMULATOR_PORT: '0', SIMULATOR_ACCOUNTS: accounts, ...timeOption(time) };
  }

  /** Starts it where it is not running; then at the address that it had before. @returns its address. */
  async begin(): Promise<string> {
    this.#program ??= await run(['server/simulator/main.ts', '--faults'], this.#env, /Simulator: (\S+)/);
    const { found } = this.#program;
    this.#env['SIMULATOR_PORT'] = new URL(found).port;
    return found;
  }

  /** Of its process; 0 while it is not there. */
  get pid(): number {
    return this.#program?.pid ?? 0;
  }
  /** What it has printed. */
  get log(): string {
    return this.#program?.output() ?? '';
  }

  async end(): Promise<void> {
    await this.#program?.end('SIGKILL');
    this.#program = null;
  }
}
