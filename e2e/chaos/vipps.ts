// The stand-in for Vipps MobilePay of one round: a process of its own, which is never killed.
import type { TheirOrder } from './ledgers.ts';
import type { FaultRule, VippsCall } from './plan-faults.ts';
import { type Program, runProgram } from './programs.ts';

export const credentials = {
  ...{ VIPPS_CLIENT_ID: 'chaos-client', VIPPS_CLIENT_SECRET: 'chaos-secret' },
  ...{ VIPPS_SUBSCRIPTION_KEY: 'chaos-key', VIPPS_MSN: '654321' },
};

/** An order as the simulator's control API shows it. */
type Shown = {
  orderId: string;
  amount: number;
  state: { opened: boolean };
  phoneUrl: string;
  /** Newest first. */
  history: {
    operation: string;
    amount: number;
    operationSuccess: boolean;
    timeStamp: string;
    transactionText: string;
  }[];
  calls: Partial<Record<VippsCall, number>>;
};

export type Order = TheirOrder & { opened: boolean; phoneUrl: string; calls: Shown['calls'] };

/** For orders from now on. */
export type Settings = { lifetimeSeconds: number; directCapture: boolean };

export class Vipps {
  readonly url: string;
  readonly #program: Program;

  private constructor(program: Program, url: string) {
    this.#program = program;
    this.url = url;
  }

  static async open(): Promise<Vipps> {
    const env = { ...credentials, SIMULATOR_PORT: '0' };
    const program = runProgram(['server/simulator/main.ts', '--faults'], env, /Simulator: (\S+)/);
    return new Vipps(program, await program.ready);
  }

  /** These faults and no others from now on. */
  breakDown(rules: readonly FaultRule[]): Promise<void> {
    return this.#put('faults', { rules });
  }

  set({ lifetimeSeconds, directCapture }: Settings): Promise<void> {
    return this.#put('settings', { lifetimeSeconds, directCapture });
  }

  /** The customer's approval goes through although the order was cancelled; it is left alone if it was not, or is paid. */
  async approveLate(reference: string, kind: 'reserve' | 'sale'): Promise<void> {
    await this.#put(`orders/${reference}/late`, { kind }, 400);
  }

  /** All orders, the oldest first. */
  async orders(): Promise<Order[]> {
    const shown = (await (await fetch(`${this.url}/simulator/orders`)).json()) as Shown[];
    return shown.toReversed().map(({ orderId, amount, state, history, phoneUrl, calls }) => ({
      ...{ orderId, amount, phoneUrl, calls, opened: state.opened },
      text: history.at(-1)?.transactionText ?? '',
      history: history.toReversed().map((entry) => ({
        ...{ operation: entry.operation, amount: entry.amount, success: entry.operationSuccess },
        atMs: Date.parse(entry.timeStamp),
      })),
    }));
  }

  async close(): Promise<void> {
    await this.#program.end('SIGKILL');
  }

  async #put(what: string, body: unknown, mayAlsoBe = 204): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const url = `${this.url}/simulator/${what}`;
    const answer = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(body) });
    if (answer.status !== 204 && answer.status !== mayAlsoBe)
      throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  }
}
