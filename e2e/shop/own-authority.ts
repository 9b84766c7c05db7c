// A shop whose server has an authority of its own, and browsers of devices that trust it or do not.
import { spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { checkServerIdentity } from 'node:tls';
import { type Browser, chromium, type LaunchOptions } from 'playwright/test';
import { findBrowser } from '../run/browser.ts';
import { manager } from './accounts.ts';
import { makeFolder, removeFolder } from './programs/folder.ts';
import { Shop } from './shop.ts';

/** As a shop's network has it, and leads to this machine here: browsers trust loopback, whatever it speaks. */
const host = '192.168.77.7';

/** Nobody has it now, and hardly anybody takes it at once. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

export class OwnAuthority {
  readonly shop: Shop;
  readonly #browsers: Browser[] = [];
  readonly #home = makeFolder('home');
  readonly #port: number;

  private constructor(shop: Shop, port: number) {
    this.shop = shop;
    this.#port = port;
  }

  static async open(): Promise<OwnAuthority> {
    const port = await freePort();
    const settings = { TLS: 'auto', PORT: String(port), PUBLIC_URL: `https://${host}:${port}` };
    const shop = await Shop.open(settings, { isLeftToStart: true });
    await shop.startServer();
    return new OwnAuthority(shop, port);
  }

  get secure(): string {
    return `https://${host}:${this.#port}`;
  }
  get plain(): string {
    return `http://${host}:${this.#port}`;
  }

  /** As it lies beside the database. */
  #certificates(): { root: X509Certificate; issuer: X509Certificate } {
    const text = readFileSync(`${this.shop.database}.authority`, 'utf8');
    const pems = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
    const [root, issuer] = pems.map((pem) => new X509Certificate(pem));
    if (root === undefined || issuer === undefined) throw new Error('the file holds no authority');
    return { root, issuer };
  }

  /** Makes the first manager, as a program does that trusts nothing but `root`. */
  setUp(root: X509Certificate): Promise<number> {
    const token = new URL(this.shop.setUpLink).hash.slice(1);
    const headers = { host: `${host}:${this.#port}`, 'content-type': 'application/json' };
    const options = {
      method: 'POST',
      headers,
      ca: root.toString(),
      checkServerIdentity: (_: string, certificate: Parameters<typeof checkServerIdentity>[1]) =>
        checkServerIdentity(host, certificate),
    };
    return new Promise((resolve, reject) => {
      const asked = request(`https://127.0.0.1:${this.#port}/api/set-up`, options, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      asked.on('error', reject).end(JSON.stringify({ token, ...manager }));
    });
  }

  async browser(trusts: boolean): Promise<Browser> {
    const found = await findBrowser();
    const { args = [], env } = trusts ? this.#trust() : {};
    const browser = await chromium.launch({
      ...found,
      ...(env && { env }),
      args: [...found.args, `--host-resolver-rules=MAP ${host} 127.0.0.1`, ...args],
    });
    this.#browsers.push(browser);
    return browser;
  }

  /**
   * What has a browser trust the authority: its own list of them, where there is a program that writes that. Elsewhere the key that
   * signs for the server: then it is the test's `setUp` that shows what a client makes of names and limits.
   */
  #trust(): Pick<LaunchOptions, 'args' | 'env'> {
    const { root, issuer } = this.#certificates();
    const folder = join(this.#home, '.pki', 'nssdb');
    mkdirSync(folder, { recursive: true });
    const file = join(this.#home, 'root.pem');
    writeFileSync(file, root.toString());
    const run = (...args: string[]) =>
      spawnSync('certutil', ['-d', `sql:${folder}`, ...args], { stdio: 'ignore' });
    const isListed =
      run('-N', '--empty-password').status === 0 &&
      run('-A', '-n', 'shop', '-t', 'C,,', '-i', file).status === 0;
    if (isListed) return { env: { ...process.env, HOME: this.#home } as Record<string, string> };
    const key = issuer.publicKey.export({ type: 'spki', format: 'der' });
    const hash = createHash('sha256').update(key).digest('base64');
    return { args: [`--ignore-certificate-errors-spki-list=${hash}`] };
  }

  async close(): Promise<void> {
    await Promise.all(this.#browsers.map((browser) => browser.close()));
    await this.shop.close();
    removeFolder(this.#home);
  }
}
