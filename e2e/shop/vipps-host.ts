// The stand-in for Vipps MobilePay as a process of its own, which begins anew for each shop.
import { type Program, run } from './process.ts';

/** A merchant that the stand-in knows besides the first. */
export type Account = { clientId: string; clientSecret: string; subscriptionKey: string; msn: string };

export class VippsHost {
  readonly #credentials: Record<string, string>;
  readonly #others: readonly Account[];
  #program: Program | null = null;

  constructor(credentials: Record<string, string>, others: readonly Account[] = []) {
    this.#credentials = credentials;
    this.#others = others;
  }

  /** Without orders and faults, as it is at its start. @returns its address. */
  async begin(): Promise<string> {
    if (this.#program !== null) {
      const { found } = this.#program;
      const answer = await fetch(`${found}/simulator/reset`, { method: 'POST' });
      if (answer.status === 204) return found;
      throw new Error(`the stand-in for Vipps does not begin anew: ${answer.status}`);
    }
    const others = JSON.stringify(this.#others);
    const env = { ...this.#credentials, SIMULATOR_PORT: '0', SIMULATOR_ACCOUNTS: others };
    this.#program = await run(['server/simulator/main.ts', '--faults'], env, /Simulator: (\S+)/);
    return this.#program.found;
  }

  /** Of its process; 0 while it is not there. */
  get pid(): number {
    return this.#program?.pid ?? 0;
  }

  async end(): Promise<void> {
    await this.#program?.end('SIGKILL');
    this.#program = null;
  }
}
