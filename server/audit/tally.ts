// What others can make happen as often as they like, such as misses, on record without filling the disk: once at once, then counted.
import type { Logger } from 'pino';
import type { Clock } from '../core/clock.ts';
import type { AuditStore, Told } from '../store/audit-store.ts';
import { actOfServer, tell } from './act.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** What is told one by one of each group; the rest is only counted. A group cannot use up what is another's. */
const mostAMinute = 20;
const mostADay = 1_000;

/** `known`: about people and programs that there are. `strangers`: the rest, of which anybody can make up any number. */
export type Group = 'known' | 'strangers';

export type Tally = {
  /** Never throws and never waits: what is refused is refused, whether or not it can be put on record. */
  note(group: Group, told: Told): void;
  /** Writes what has been counted so far. */
  flush(): Promise<void>;
};

export type TallyDeps = { store: Pick<AuditStore, 'append'>; clock: Clock; log: Logger };

type Counted = { told: Told; more: number };

/** @returns the count of one group, minute by minute. */
function createCount(group: Group, { store, clock, log }: TallyDeps) {
  let minute = new Map<string, Counted>();
  let notListed = 0;
  let today = { fromMs: Number.NEGATIVE_INFINITY, told: 0 };
  let isRunning = false;

  const write = (told: Told | undefined) =>
    told === undefined
      ? Promise.resolve()
      : store
          .append(told)
          .catch((err: unknown) => log.error({ err, kind: told.kind }, 'not in the audit log'));

  function hasRoom(): boolean {
    const nowMs = clock.monotonicMs();
    if (nowMs - today.fromMs >= dayMs) today = { fromMs: nowMs, told: 0 };
    return minute.size < mostAMinute && today.told < mostADay;
  }

  async function flush(): Promise<void> {
    const [counted, rest] = [[...minute.values()], notListed];
    minute = new Map();
    notListed = 0;
    for (const { told, more } of counted) {
      if (more > 0) await write({ ...told, detail: { ...told.detail, times: more } });
    }
    if (rest === 0) return;
    const act = actOfServer('not_listed', clock.nowMs());
    await write(tell(act, { shop: null, about: group, detail: { times: rest } }));
  }

  function note(told: Told): void {
    if (!isRunning) {
      isRunning = true;
      clock.after(minuteMs, () => {
        isRunning = false;
        void flush();
      });
    }
    const { kind, who, address, about } = told;
    const subject = JSON.stringify([kind, who, address, about]);
    const before = minute.get(subject);
    if (before !== undefined) before.more += 1;
    else if (hasRoom()) {
      today.told += 1;
      minute.set(subject, { told, more: 0 });
      void write(told);
    } else notListed += 1;
  }

  return { note, flush };
}

export function createTally(deps: TallyDeps): Tally {
  const counts = { known: createCount('known', deps), strangers: createCount('strangers', deps) };
  return {
    note: (group, told) => counts[group].note(told),
    async flush() {
      await counts.known.flush();
      await counts.strangers.flush();
    },
  };
}
