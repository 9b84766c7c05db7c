// Customers' displays: paired with a till by a code, seen, asked to identify themselves, and unpaired.

import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { type Act, tell } from '../../audit/act.ts';
import type { Clock } from '../../core/clock.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Tills } from '../../core/tills.ts';
import { addressGroup } from '../../http/address-group.ts';
import type { AccessStore, StoredDisplay } from '../../store/access-store.ts';
import { demoPairer } from '../demo/account.ts';
import { type Principal, placesOf } from '../policy.ts';
import { createBackoff } from '../secrets/backoff.ts';
import { createPace } from '../secrets/pace.ts';
import { hashToken } from '../secrets/tokens.ts';
import { createPairing, type Waiting } from './pairing-codes.ts';
import { readStatus, type ScreenStatus, unknownStatus } from './screen-status.ts';

const identifyMs = 10_000;
/** How often a display that is there is noted in the database; in between it is known in memory. */
const noteEveryMs = 60_000;
const minuteMs = 60_000;
/** Of one address: all tablets of a shop at once, and again when their codes have ended. */
const introductions = { everyMs: 3_000, burstMs: 100 * 3_000 };
const codes = { free: 5, firstMs: 1_000, mostMs: minuteMs, forgetMs: 15 * minuteMs };

const noDisplay = () => new Refusal('not_found', 'There is no such display.');

/** Who looks at a till, as far as it changes what they see. */
export type Viewer = {
  isDisplay: boolean;
  /** For how many more milliseconds it is to show which display it is; 0 is not at all. */
  identifiesForMs: number;
};

/** With what it has told of itself. */
export type SeenDisplay = StoredDisplay & { status: ScreenStatus };

export type DisplayDeps = {
  store: AccessStore;
  /** Which say whose a display is. */
  tills: Tills;
  clock: Clock;
  /** Wakes the requests that are held for a till. */
  tell: (till: string) => void;
  /** Who an address counts as; null where addresses do not tell people apart. */
  groupOf: (address: string) => string | null;
  log: Logger;
};

/** Whether the person who asks may know of a till: a display of any other is as unknown to them as one that does not exist. */
export type InScope = (till: string) => boolean;

export type Displays = ReturnType<typeof createDisplays>;

export function createDisplays({ store, tills, clock, tell: wake, groupOf, log }: DisplayDeps) {
  const pairing = createPairing(clock);
  const introduced = createPace(clock);
  const entered = createBackoff(clock, codes);
  const seen = new Map<string, { atMs: number; notedAtMs: number; said: string; status: ScreenStatus }>();
  const identifyingUntilMs = new Map<string, number>();

  const placeOf = placesOf(tills);

  const withLastSeen = (display: StoredDisplay): SeenDisplay => {
    const { atMs = display.lastSeenAtMs, status = unknownStatus } = seen.get(display.id) ?? {};
    return { ...display, lastSeenAtMs: atMs, status };
  };

  const told = (act: Act | undefined, { id, till }: StoredDisplay) =>
    tell(act, { shop: placeOf(till).shop, about: id, detail: { till } });

  /** @throws Refusal `not_found`. */
  async function known(id: string, isInScope: InScope): Promise<StoredDisplay> {
    const display = (await store.listDisplays()).find((one) => one.id === id);
    if (display === undefined || !isInScope(display.till)) throw noDisplay();
    return display;
  }

  async function admit(
    { tokenHash }: Waiting,
    till: string,
    pairedBy: string,
    act: Act | undefined,
  ): Promise<StoredDisplay> {
    const when = { pairedAtMs: clock.nowMs(), lastSeenAtMs: null };
    const display = { id: randomUUID(), till, pairedBy, ...when };
    await store.addDisplay(display, tokenHash, told(act, display));
    log.info({ till, display: display.id, by: pairedBy }, 'display paired');
    return display;
  }

  return {
    /** A tablet that nobody knows yet. @throws SlowDown. */
    introduce(address: string) {
      const group = groupOf(address);
      const slowed = group === null ? null : introduced(group, introductions);
      if (slowed !== null) throw slowed;
      return pairing.introduce(group);
    },
    /** How many tablets show a code that nobody has entered. */
    countWaiting: (): number => pairing.count(),
    /** All of them: what they show is worth nothing from now on, and those that are still there show another code. */
    clearWaiting(by: string): void {
      log.info({ tablets: pairing.clear(), by }, 'waiting tablets cleared');
    },
    findWaiting: (token: string): Waiting | null => pairing.find(hashToken(token)),
    find: (token: string): Promise<StoredDisplay | null> => store.findDisplay(hashToken(token)),

    /** Without a code: for the demo, on the machine of the server itself. */
    pairItself: (waiting: Waiting, till: string, act?: Act) =>
      admit(pairing.take(waiting.code) ?? waiting, till, demoPairer, act),

    /** @throws Refusal `not_found` when no tablet shows this code, SlowDown after several that were wrong. */
    async pair(till: string, code: string, by: string, address: string, act?: Act): Promise<SeenDisplay> {
      const from = `address ${addressGroup(address)}`;
      entered.take(`name ${by}`, from);
      const waiting = pairing.take(code);
      if (waiting === null) throw new Refusal('not_found', 'No display shows this code.');
      entered.forgive(`name ${by}`);
      entered.forgive(from);
      return withLastSeen(await admit(waiting, till, by, act));
    },

    async list(isInScope: InScope): Promise<SeenDisplay[]> {
      const all = await store.listDisplays();
      return all.filter(({ till }) => isInScope(till)).map(withLastSeen);
    },

    /** It has asked just now. @param said what it tells of itself. @returns null when that needs no writing down. */
    saw(id: string, said = ''): Promise<void> | null {
      const atMs = clock.nowMs();
      const nowMs = clock.monotonicMs();
      const before = seen.get(id);
      const isDue = before === undefined || nowMs - before.notedAtMs >= noteEveryMs;
      const status = before?.said === said ? before.status : readStatus(said);
      seen.set(id, { atMs, notedAtMs: isDue ? nowMs : before.notedAtMs, said, status });
      return isDue ? store.sawDisplay(id, atMs) : null;
    },

    /** @throws Refusal `not_found`. */
    async identify(id: string, isInScope: InScope): Promise<SeenDisplay> {
      const display = await known(id, isInScope);
      identifyingUntilMs.set(id, clock.monotonicMs() + identifyMs);
      wake(display.till);
      return withLastSeen(display);
    },
    viewer(principal: Principal): Viewer {
      if (principal.kind !== 'display') return { isDisplay: false, identifiesForMs: 0 };
      const untilMs = identifyingUntilMs.get(principal.id) ?? 0;
      return { isDisplay: true, identifiesForMs: Math.max(0, untilMs - clock.monotonicMs()) };
    },

    /** From now on it reads nothing. @throws Refusal `not_found`. */
    async unpair(id: string, by: string, isInScope: InScope, act?: Act): Promise<void> {
      const display = await known(id, isInScope);
      const { till } = display;
      if ((await store.removeDisplay(id, told(act, display))) === null) throw noDisplay();
      seen.delete(id);
      identifyingUntilMs.delete(id);
      log.info({ till, display: id, by }, 'display cut off');
      wake(till);
    },
  };
}
