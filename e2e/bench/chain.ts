// A chain of many tills on one server, each with a payment that is open.
import { hash, randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { credentials } from '../shop/accounts.ts';
import { VippsHost } from '../shop/programs/vipps-host.ts';
import { sell } from '../shop/sales.ts';
import { Shop } from '../shop/shop.ts';
import type { Watched } from './screens.ts';

/** Sales that are started side by side, as many as a busy chain's; Vipps' rate limits are far above. */
const startedAtOnce = 16;

/** For looking into the server while it works hard, such as `--cpu-prof`. */
const nodeOptions = process.env['BENCH_NODE_OPTIONS'];

export type Sale = { till: string; reference: string };

export class Chain {
  readonly shop: Shop;
  readonly host: VippsHost;
  readonly tills: readonly string[];
  readonly #displays: Map<string, string>;

  private constructor(shop: Shop, host: VippsHost, tills: readonly string[], displays: Map<string, string>) {
    this.shop = shop;
    this.host = host;
    this.tills = tills;
    this.#displays = displays;
  }

  /** @param count how many tills it has, each with a paired display. */
  static async open(count: number): Promise<Chain> {
    const tills = Array.from({ length: count }, (_, at) => String(at + 1));
    const host = new VippsHost(credentials);
    const shop = await Shop.open(
      { LOG_LEVEL: 'info', ...(nodeOptions && { NODE_OPTIONS: nodeOptions }) },
      { host, tills: count },
    );
    return new Chain(shop, host, tills, pair(shop.database, tills));
  }

  /** Polls as the display does. */
  display(till: string): Watched {
    const headers = { cookie: `tillside_display=${this.#displays.get(till)}`, 'tillside-screen': 'display' };
    return { path: `/api/tills/${till}/payment`, headers };
  }
  /** Polls as the cashier's tab does. */
  cashier(till: string): Watched {
    return { path: `/api/tills/${till}/payment`, headers: this.shop.signedIn };
  }

  /** A sale on each of these tills, with its code on the screen. */
  async sellAll(tills: readonly string[]): Promise<Sale[]> {
    const sales: Sale[] = [];
    const left = tills.values();
    const sellNext = async () => {
      for (const till of left) sales.push({ till, reference: await sell(this.shop, till) });
    };
    await Promise.all(Array.from({ length: startedAtOnce }, sellNext));
    return sales;
  }

  async close(): Promise<void> {
    await this.shop.close();
    await this.host.end();
  }
}

/** By hand these many tablets would take an afternoon. @returns what each till's display holds. */
function pair(file: string, tills: readonly string[]): Map<string, string> {
  const tokens = new Map(tills.map((till) => [till, randomBytes(32).toString('base64url')]));
  const database = new DatabaseSync(file);
  const add = database.prepare(
    "insert into displays (id, token_hash, till, paired_at, paired_by) values (?, ?, ?, ?, 'bench')",
  );
  database.exec('begin immediate');
  for (const [till, token] of tokens) {
    add.run(`display-${till}`, hash('sha256', token, 'base64url'), till, Date.now());
  }
  database.exec('commit');
  database.close();
  return tokens;
}
