// A whole shop from outside: the server and a stand-in for Vipps as processes of their own, talked to over HTTP.
import { join } from 'node:path';
import { credentials, manager } from './accounts.ts';
import { type Cookie, callApi } from './api.ts';
import { makeFolder, removeFolder } from './programs/folder.ts';
import { realTime, type TimeScale, timeOption } from './programs/scaled-time.ts';
import { Server } from './programs/server.ts';
import { keepTemplate, takeTemplate } from './programs/template.ts';
import { VippsHost } from './programs/vipps-host.ts';
import { tillsIn } from './tills.ts';
import { usualSettings } from './usual-settings.ts';
import { Phone, Vipps } from './vipps.ts';

const sessionCookie = 'tillside_session';

export type OpenOptions = {
  /** Whether there is a manager already, who has signed in. */
  setUp?: boolean;
  /** The stand-in for Vipps, which the shop leaves running; without it, it has one of its own. */
  host?: VippsHost;
  /** Of its server. */
  time?: TimeScale;
  /** How many tills it has, called 1, 2, 3 and so on; without it one, unless TILLS_FILE names others. */
  tills?: number;
  /** The caller starts the server: it is not set up, and each start has a port of its own. */
  isLeftToStart?: boolean;
};

export class Shop {
  readonly vipps: Vipps;
  readonly phone = new Phone();
  /** The one that the test sells at. */
  till = '1';
  readonly server: Server;
  readonly folder: string;
  readonly #host: VippsHost;
  readonly #keepsHost: boolean;
  #session = '';

  private constructor(vippsUrl: string, server: Server, folder: string, host: VippsHost, keepsHost: boolean) {
    this.vipps = new Vipps(vippsUrl);
    this.server = server;
    this.folder = folder;
    this.#host = host;
    this.#keepsHost = keepsHost;
  }

  static async open(more: Record<string, string> = {}, options: OpenOptions = {}): Promise<Shop> {
    const { host = new VippsHost(credentials), time = realTime, isLeftToStart = false } = options;
    const { setUp = !isLeftToStart } = options;
    const folder = makeFolder('shop');
    const database = join(folder, 'shop.db');
    try {
      const vippsUrl = await host.begin();
      const env = {
        ...credentials,
        ...usualSettings,
        VIPPS_BASE_URL: vippsUrl,
        DATABASE_URL: `file:${database}`,
        ...timeOption(time),
        ...tillsIn(folder, options.tills),
        ...more,
      };
      const session = setUp ? takeTemplate(database) : null;
      const server = new Server(env, isLeftToStart ? 'any' : 'same');
      if (!isLeftToStart) await server.start(session === null ? readyToSetUp : undefined);
      const shop = new Shop(vippsUrl, server, folder, host, options.host !== undefined);
      if (setUp) shop.#session = session ?? (await shop.#setUp(database));
      await shop.vipps.begin();
      return shop;
    } catch (error) {
      if (options.host === undefined) await host.end();
      removeFolder(folder);
      throw error;
    }
  }

  /** For the next test: a till where nothing has been sold, and Vipps without orders. */
  async begin(): Promise<void> {
    await this.#host.begin();
    if (!this.server.isUp) await this.startServer();
    await this.vipps.begin();
    this.till = String(Number(this.till) + 1);
  }
  /** After a test: what a customer could still pay is cancelled, so that the server polls it no more. */
  async clear(): Promise<void> {
    if (!this.server.isUp || this.#host.pid === 0) return;
    await this.vipps.breakDown();
    const payment = await this.payment();
    if (payment !== null && payable.includes(payment.state))
      await this.api('POST', `/payments/${payment.reference}/cancel`, {});
  }

  /** Of the till. */
  get name(): string {
    return `Till ${this.till}`;
  }
  get url(): string {
    return this.server.url;
  }
  /** Of the server's process. */
  get pid(): number {
    return this.server.pid;
  }
  get log(): string {
    return this.server.log;
  }
  /** The file of its database. */
  get database(): string {
    return join(this.folder, 'shop.db');
  }

  /** @returns what it exited with. */
  stopServer(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | string> {
    return this.server.end(signal);
  }
  /** Vipps MobilePay is gone: connections to its address are refused. */
  async vippsDown(): Promise<void> {
    await this.#host.end();
  }
  /** On the same port and database. */
  startServer(): Promise<void> {
    return this.server.start();
  }
  async restartServer(): Promise<void> {
    await this.stopServer('SIGKILL');
    await this.startServer();
  }
  async close(): Promise<void> {
    await this.server.end('SIGKILL');
    if (!this.#keepsHost) await this.#host.end();
    removeFolder(this.folder);
  }

  /** Runs one of the project's commands where this server runs. @returns what it printed. */
  command(name: string, ...args: string[]): Promise<string> {
    return this.server.command(name, ...args);
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
    const { status, text } = await callApi(this.url, method, path, body, headers);
    return { status, body: text === '' ? null : JSON.parse(text) };
  }

  /** @returns the cookie of a person who signs in. */
  async signIn(name: string, pin: string): Promise<Cookie> {
    return (await callApi(this.url, 'POST', '/session', { name, pin }, {})).cookie;
  }

  /** Has a tablet introduce itself, and enters its code at the till. @returns what that tablet's browser holds from now on. */
  async pairDisplay(till = this.till): Promise<Cookie> {
    // Each tablet of a shared shop comes from an address of its own: one that sends very many is slowed down.
    const address = { 'x-forwarded-for': `192.0.2.${Number(this.till) % 256}` };
    const { status, text, cookie } = await callApi(this.url, 'POST', '/display', {}, address);
    if (status !== 201) throw new Error(`a tablet could not introduce itself: ${status} ${text}`);
    const paired = await this.api('POST', `/tills/${till}/displays`, { code: JSON.parse(text).code });
    if (paired.status !== 201) throw new Error(`it could not be paired: ${JSON.stringify(paired)}`);
    return cookie;
  }

  /** Follows the link that a new shop prints. @returns the manager's session. */
  async #setUp(database: string): Promise<string> {
    const token = new URL(this.setUpLink).hash.slice(1);
    const { cookie } = await callApi(this.url, 'POST', '/set-up', { token, ...manager }, {});
    keepTemplate(database, cookie.value);
    return cookie.value;
  }

  /** A sale by another program than the cashier's tab, in minor units. */
  sell(value: number, text?: string): ReturnType<Shop['api']> {
    return this.api('POST', `/tills/${this.till}/payments`, { amount: { value, currency: 'NOK' }, text });
  }

  /** The last payment of the till, also when its screens have gone on; null when there has been none. */
  async payment(): Promise<{ reference: string; state: string; [field: string]: unknown } | null> {
    const { status, body } = await this.api('GET', `/payments?till=${this.till}`);
    if (status !== 200) throw new Error(`the payments were answered ${status} ${JSON.stringify(body)}`);
    return body.payments[0] ?? null;
  }
}

const payable = ['started', 'presented', 'scanned'];
const readyToSetUp = /Tillside is ready at (\S+) [\s\S]*set-up#\S+/;
