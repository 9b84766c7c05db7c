// A whole shop from outside: the server and a stand-in for Vipps as processes of their own, talked to over HTTP.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Program, run, runToEnd, serverScript } from './process.ts';
import { keepTemplate, takeTemplate } from './template.ts';
import { Phone, Vipps } from './vipps.ts';
import { VippsHost } from './vipps-host.ts';

/** Values that must never be seen anywhere (P7). */
export const canaries = {
  VIPPS_CLIENT_ID: 'canary-client-id-4f1c',
  VIPPS_CLIENT_SECRET: 'canary-client-secret-9d2e',
  VIPPS_SUBSCRIPTION_KEY: 'canary-subscription-key-7ab0',
};
export const credentials = { ...canaries, VIPPS_MSN: '654321' };
/** Another merchant at the same Vipps, for shops with keys of their own. */
export const otherAccount = {
  clientId: 'canary-other-client-id-1c5d',
  clientSecret: 'canary-other-client-secret-8e0b',
  subscriptionKey: 'canary-other-subscription-key-3fa2',
  msn: '222222',
};

/** Who set the shop up. */
export const manager = { name: 'Mona', pin: '246810' };
const sessionCookie = 'tillside_session';

export type Cookie = { name: string; value: string; url: string };

export type OpenOptions = {
  /** Whether there is a manager already, who has signed in. */
  setUp?: boolean;
  /** The stand-in for Vipps, which the shop leaves running; without it, it has one of its own. */
  host?: VippsHost;
};

export class Shop {
  readonly vipps: Vipps;
  readonly phone = new Phone();
  #server: Program;
  readonly #host: VippsHost;
  readonly #keepsHost: boolean;
  readonly #folder: string;
  readonly #env: Record<string, string>;
  #session = '';

  private constructor(
    vippsUrl: string,
    server: Program,
    folder: string,
    env: Record<string, string>,
    host: VippsHost,
    keepsHost: boolean,
  ) {
    this.vipps = new Vipps(vippsUrl);
    this.#host = host;
    this.#keepsHost = keepsHost;
    this.#server = server;
    this.#folder = folder;
    this.#env = { ...env, PORT: new URL(server.found).port };
  }

  static async open(more: Record<string, string> = {}, options: OpenOptions = {}): Promise<Shop> {
    const { setUp = true, host = new VippsHost(credentials) } = options;
    const folder = mkdtempSync(join(tmpdir(), 'tillside-shop-'));
    const database = join(folder, 'shop.db');
    try {
      const vippsUrl = await host.begin();
      const env = {
        ...credentials,
        ...{ VIPPS_ENVIRONMENT: 'test', VIPPS_BASE_URL: vippsUrl, LOG_LEVEL: 'trace', PORT: '0' },
        ...{ FALLBACK_URL: 'https://shop.example/thanks', CALLBACK_URL: 'https://shop.example/vipps' },
        ...{ DATABASE_URL: `file:${database}`, ...more },
      };
      const session = setUp ? takeTemplate(database) : null;
      const server = await run(serverScript, env, session === null ? readyToSetUp : ready);
      const shop = new Shop(vippsUrl, server, folder, env, host, options.host !== undefined);
      if (setUp) shop.#session = session ?? (await shop.#setUp(database));
      return shop;
    } catch (error) {
      if (options.host === undefined) await host.end();
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  get url(): string {
    return this.#server.found;
  }
  /** Of the server's process. */
  get pid(): number {
    return this.#server.pid;
  }
  get folder(): string {
    return this.#folder;
  }
  get log(): string {
    return this.#server.output();
  }

  /** @returns what it exited with. */
  stopServer(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | string> {
    return this.#server.end(signal);
  }
  /** Vipps MobilePay is gone: nobody answers at its address any more. */
  async vippsDown(): Promise<void> {
    await this.#host.end();
  }
  /** On the same port and database. */
  async startServer(): Promise<void> {
    this.#server = await run(serverScript, this.#env, ready);
  }
  async restartServer(): Promise<void> {
    await this.stopServer('SIGKILL');
    await this.startServer();
  }
  async close(): Promise<void> {
    await this.#server.end('SIGKILL');
    if (!this.#keepsHost) await this.#host.end();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Runs one of the project's commands where this server runs. @returns what it printed. */
  command(name: string, ...args: string[]): Promise<string> {
    return runToEnd([`server/commands/${name}.ts`, ...args], this.#env);
  }

  /** As a new shop prints it. */
  get setUpLink(): string {
    return /http\S+set-up#\S+/.exec(this.log)?.[0] ?? '';
  }
  /** What a browser holds in which the manager has signed in. */
  get session(): Cookie {
    return { name: sessionCookie, value: this.#session, url: this.url };
  }
  /** The headers of a request by the manager. */
  get signedIn(): { cookie: string } {
    return { cookie: `${sessionCookie}=${this.#session}` };
  }

  /** A call of the API, by the manager unless the headers say who it is. */
  async api(method: string, path: string, body?: unknown, headers: Record<string, string> = this.signedIn) {
    const { status, text } = await this.#call(method, path, body, headers);
    return { status, body: text === '' ? null : JSON.parse(text) };
  }

  /** @returns what the browser of whoever signs in holds. */
  async signIn(name: string, pin: string): Promise<Cookie> {
    return (await this.#call('POST', '/session', { name, pin }, {})).cookie;
  }

  /** Has a tablet introduce itself, and enters its code at the till. @returns what that tablet's browser holds from now on. */
  async pairDisplay(till = '1'): Promise<Cookie> {
    const { text, cookie } = await this.#call('POST', '/display', {}, {});
    await this.api('POST', `/tills/${till}/displays`, { code: JSON.parse(text).code });
    return cookie;
  }

  async #call(method: string, path: string, body: unknown, headers: Record<string, string>) {
    const answer = await fetch(`${this.url}/api${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const [name = '', value = ''] = (answer.headers.getSetCookie()[0] ?? '').split(/[=;]/);
    return { status: answer.status, text: await answer.text(), cookie: { name, value, url: this.url } };
  }

  /** Follows the link that a new shop prints. @returns the manager's session. */
  async #setUp(database: string): Promise<string> {
    const token = new URL(this.setUpLink).hash.slice(1);
    const { cookie } = await this.#call('POST', '/set-up', { token, ...manager }, {});
    keepTemplate(database, cookie.value);
    return cookie.value;
  }

  /** What the till shows now. */
  async payment(): Promise<{ reference: string; state: string; [field: string]: unknown } | null> {
    return (await this.api('GET', '/tills/1/payment')).body.payment;
  }
}

const ready = /Tillside is ready at (\S+) /;
const readyToSetUp = /Tillside is ready at (\S+) [\s\S]*set-up#\S+/;
