// The shops of a worker: one for each set of variables, kept for the next test, which sells at a till of its own there.
import { credentials, otherAccount } from './accounts.ts';
import { realTime, type TimeScale } from './programs/scaled-time.ts';
import { VippsHost } from './programs/vipps-host.ts';
import { Shop } from './shop.ts';

/** As many tests as one worker can have. */
const tillCount = 400;

/** What a test needs of its shop. */
export type Needs = {
  /** Variables of the shop's server. */
  settings: Record<string, string>;
  /** A shop that no other test has seen, and none will see. */
  alone: boolean;
  /** How many seconds pass for the shop and its screens while one passes for us. */
  speed: number;
};

export class Shops {
  readonly #originMs = Date.now();
  readonly #hosts = new Map<number, VippsHost>();
  readonly #shared = new Map<string, Shop>();
  /** Of the shops that stand alone, one after the other: at the same address a browser keeps the pages that it has loaded. */
  #alonePort = '0';

  time(speed: number): TimeScale {
    return speed === 1 ? realTime : { factor: speed, originMs: this.#originMs };
  }

  /** Lends a shop for as long as `use` takes. */
  async lend({ settings, alone, speed }: Needs, use: (shop: Shop) => Promise<void>): Promise<void> {
    const time = this.time(speed);
    const host = this.#hosts.get(speed) ?? new VippsHost(credentials, [otherAccount], time);
    this.#hosts.set(speed, host);
    if (alone) {
      const shop = await Shop.open({ PORT: this.#alonePort, ...settings }, { host, time });
      this.#alonePort = new URL(shop.url).port;
      await use(shop);
      return shop.close();
    }
    const key = JSON.stringify([speed, settings]);
    // The tablets of its tests say for themselves from which address they come.
    const shared = { TRUSTED_PROXIES: '127.0.0.1', ...settings };
    const shop = this.#shared.get(key) ?? (await Shop.open(shared, { host, time, tills: tillCount }));
    this.#shared.set(key, shop);
    await shop.begin();
    await use(shop);
    await shop.clear();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#shared.values()].map((shop) => shop.close()));
    await Promise.all([...this.#hosts.values()].map((host) => host.end()));
  }
}
