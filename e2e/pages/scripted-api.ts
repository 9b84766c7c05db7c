// A scripted API for the pages: one state of the till, and the other answers that a cashier's tab needs.
import { setTimeout as pause } from 'node:timers/promises';
import qrcode from 'qrcode';
import { dayOf, eventsOf, tillDayOf } from '../contact-sheet/cashier-states.ts';
import { logo, picture } from '../contact-sheet/shop-images.ts';
import { answerOf, codeText, type Language, type State } from '../contact-sheet/states.ts';
import type { Answer, Asked } from './site.ts';

/** For how long the server holds a poll that has nothing new. */
const heldMs = 1_000;
/** A page polls again within a second, on a slow machine within a few. */
const takenWithinMs = 60_000;

type Handler = (asked: Asked) => Answer | null | Promise<Answer | null>;
type Rule = { method: string; path: RegExp; handler: Handler };
type Told = { state: State; language: Language };

const code = await qrcode.toBuffer(codeText, { margin: 0, scale: 12 });
const image = (bytes: string): Answer => ({ file: { type: 'image/svg+xml', bytes } });

export class ScriptedApi {
  #told: Told;
  #version = 0;
  #changed = Promise.withResolvers<void>();
  #taken = Promise.withResolvers<void>();
  #rules: Rule[] = [];

  constructor(first: Told) {
    this.#told = first;
  }

  /** The till shows this from now on. */
  tell(told: Told): void {
    this.#told = told;
    this.#version += 1;
    this.#taken = Promise.withResolvers();
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }

  /** Resolves when a page that has the last state polls for a newer one: it shows it by then. */
  async untilTaken(): Promise<void> {
    const isLate = pause(takenWithinMs, 'late' as const, { ref: false });
    if ((await Promise.race([this.#taken.promise, isLate])) === 'late') throw new Error('no page has asked');
  }

  /** Answers such calls with this handler until `forget`, instead of the usual answer. */
  answer(method: string, path: RegExp, handler: Handler): void {
    this.#rules.unshift({ method, path, handler });
  }

  /** Removes the handlers that `answer` has set. */
  forget(): void {
    this.#rules = [];
  }

  /** As `Site.open` takes it. */
  readonly handle = async (asked: Asked): Promise<Answer | null> => this.#handlerFor(asked)(asked);

  #handlerFor({ method, url: { pathname } }: Asked): Handler {
    const rule = this.#rules.find((one) => one.method === method && one.path.test(pathname));
    if (rule !== undefined) return rule.handler;
    const usual: [RegExp, Handler][] = [
      [/^\/api\/tills\/1\/payment$/, (asked) => this.#poll(asked)],
      [/^\/api\/display$/, () => this.#ownDisplay()],
      [/^\/api\/payments\/[^/]+\/qr$/, () => ({ file: { type: 'image/png', bytes: code } })],
      [/^\/shop\/logo$/, () => image(logo)],
      [/^\/shop\/picture$/, () => image(picture)],
      [/^\/api\/payments$/, ({ url }) => ({ json: dayOf(this.#told.language, url) })],
      [/^\/api\/tills\/1\/day$/, () => ({ json: tillDayOf(this.#told.language) })],
      [/^\/api\/payments\/[^/]+\/events$/, () => ({ json: eventsOf() })],
      ...staffAnswers,
    ];
    const [, handler] = usual.find(([path]) => path.test(pathname)) ?? [];
    return handler ?? (() => ({ status: 404, json: refusal('not_found') }));
  }

  /** As the server: answered at once after a change, otherwise held for up to a second. */
  async #poll({ headers }: Asked): Promise<Answer | null> {
    const etagOf = () => `"${this.#version}"`;
    const known = headers['if-none-match'];
    if (known === etagOf()) {
      this.#taken.resolve();
      await Promise.race([this.#changed.promise, pause(heldMs, undefined, { ref: false })]);
    }
    const { state, language } = this.#told;
    if (state.payment === 'offline') return null;
    const etag = etagOf();
    if (known === etag) return { status: 304, headers: { etag } };
    return { headers: { etag }, json: answerOf(state, language, this.#version) };
  }

  #ownDisplay(): Answer | null {
    const { payment } = this.#told.state;
    if (payment === 'offline') return null;
    const isPairing = payment === 'pairing';
    return { json: { till: isPairing ? null : '1', code: isPairing ? '482913' : null, expiresAt: null } };
  }
}

const now = () => new Date().toISOString();
const display = () => ({
  id: 'd',
  till: '1',
  pairedAt: now(),
  pairedBy: 'Mona',
  lastSeenAt: now(),
  isSecure: true,
  keepsPage: true,
  awake: 'wake_lock',
});
/** The answer of `GET /api/session`. */
export const session = () => ({
  name: 'Mona',
  role: 'manager',
  shop: null,
  refundUpTo: null,
  refundUpToADay: null,
  expiresAt: now(),
  locked: false,
});

/** An address for tablets, with the picture of no code. */
export const tabletAt = (address: string) => ({
  address,
  code: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
});

/** The answer of `GET /api/home`. */
export const home = {
  environment: 'production',
  role: 'manager',
  tills: [{ id: '1', name: 'Kasse 1', shop: 'torggata' }],
  phoneUrl: null,
  tabletAddresses: [tabletAt('https://till.shop.example/display')],
  hasDisplay: true,
};

const staffAnswers: [RegExp, Handler][] = [
  [/^\/api\/session$/, () => ({ json: session() })],
  [/^\/api\/sign-in$/, () => ({ json: { environment: 'production', demo: null, plainHttp: false } })],
  [/^\/api\/tills\/1\/products$/, () => ({ json: { products: [] } })],
  [/^\/api\/displays$/, () => ({ json: { displays: [display()], waiting: 0 } })],
  [/^\/api\/home$/, () => ({ json: home })],
];

/** The body of an error of the server. */
export const refusal = (code: string) => ({ error: { code, message: 'No.' } });
