// Reading the charge of an agreement, no oftener than Vipps takes it.
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { AgreementIds } from '../gateway.ts';
import { VippsInvalidResponse, VippsUnavailable } from '../http/errors.ts';
import type { Send } from '../http/request.ts';
import { type Charge, chargeSchema, isUndecided } from './answers.ts';

/**
 * Vipps takes 10 reads of a charge a minute, and 10 of all charges of its agreement (Recurring API guide, "Rate limiting").
 * The rest of the first are for captures and refunds.
 */
const readsAMinute = { one: 7, all: 10 };
type Way = keyof typeof readsAMinute;
const minuteMs = 60_000;
/** A customer who has just agreed waits for the charge; one that is not reserved by then is asked for more slowly. */
const soonMs = 20_000;
const soonEveryMs = 2_000;
const laterEveryMs = 6_500;
/** An answer may show what was true this long ago. */
const lagMs = 30_000;
/** Charges that are remembered at once; what was asked for longest ago goes first. */
const mostRemembered = 1_000;

export const agreementPath = (id: string) => `/recurring/v3/agreements/${encodeURIComponent(id)}`;
/** The path of a charge. */
export const chargePath = ({ id, chargeId }: AgreementIds) =>
  `${agreementPath(id)}/charges/${encodeURIComponent(chargeId ?? '')}`;

/** Of other charges, which are not ours to read, nothing but their name is polled. */
const chargesSchema = z.array(z.looseObject({ id: z.string() }).nullable().catch(null));

/** What is remembered does not hold, and Vipps is not asked more often than it takes. */
function readOftenEnough(ids: AgreementIds, retryAfterMs: number): VippsUnavailable {
  const call = { method: 'GET', path: chargePath(ids), requestId: ids.id, retryAfterMs } as const;
  return new VippsUnavailable('read as often as Vipps takes in a minute', { ...call, outcome: 'not_done' });
}

type Known = {
  charge: Charge | null;
  /** What its agreement was when it was last asked for. */
  status: string | null;
  firstReadAtMs: number;
  /** When it was read in the last minute, the oldest first. */
  readAtMs: Record<Way, readonly number[]>;
};

export function createCharges(send: Send, clock: Pick<Clock, 'monotonicMs'>) {
  const remembered = new LRUCache<string, Known>({ max: mostRemembered });

  function known({ id }: AgreementIds): Known {
    const nowMs = clock.monotonicMs();
    const { charge = null, status = null, firstReadAtMs = nowMs, readAtMs } = remembered.peek(id) ?? {};
    const recent = (way: Way) => (readAtMs?.[way] ?? []).filter((atMs) => atMs > nowMs - minuteMs);
    return { charge, status, firstReadAtMs, readAtMs: { one: recent('one'), all: recent('all') } };
  }

  function remember({ id }: AgreementIds, { readAtMs, ...rest }: Known, way: Way): void {
    const readNow = { ...readAtMs, [way]: [...readAtMs[way], clock.monotonicMs()] };
    remembered.set(id, { ...rest, readAtMs: readNow });
  }

  async function readOne(ids: AgreementIds, signal?: AbortSignal): Promise<Charge> {
    const call = { method: 'GET', path: chargePath(ids), name: 'charge' } as const;
    const before = known(ids);
    remember(ids, before, 'one');
    const charge = await send({ ...call, signal, schema: chargeSchema });
    if (charge.id !== ids.chargeId) {
      throw new VippsInvalidResponse('another charge', { ...call, requestId: ids.id });
    }
    keep(ids, charge);
    return charge;
  }

  async function readAll(ids: AgreementIds, signal?: AbortSignal): Promise<Charge> {
    const call = { method: 'GET', path: `${agreementPath(ids.id)}/charges`, name: 'charge' } as const;
    remember(ids, known(ids), 'all');
    const all = await send({ ...call, signal, schema: chargesSchema });
    const read = chargeSchema.safeParse(all.find((one) => one?.id === ids.chargeId));
    if (!read.success) {
      throw new VippsInvalidResponse('not the charge', { ...call, requestId: ids.id, cause: read.error });
    }
    keep(ids, read.data);
    return read.data;
  }

  function keep({ id }: AgreementIds, charge: Charge): void {
    const entry = remembered.get(id);
    if (entry !== undefined) entry.charge = charge;
  }

  return {
    /** @throws as every call to Vipps does. */
    read: readOne,
    /**
     * As `read`; what was read last has to do where Vipps was asked a moment ago, unless the agreement has become another since, or often
     * within a minute. @param status of the agreement.
     */
    async recall(ids: AgreementIds, status: string, signal?: AbortSignal): Promise<Charge> {
      const { charge, status: before, firstReadAtMs, readAtMs } = known(ids);
      const nowMs = clock.monotonicMs();
      const used = (way: Way) => readAtMs[way].length / readsAMinute[way];
      const way = used('one') <= used('all') ? 'one' : 'all';
      if (charge !== null) {
        const everyMs = nowMs - firstReadAtMs < soonMs ? soonEveryMs : laterEveryMs;
        const lastMs = Math.max(...readAtMs.one, ...readAtMs.all);
        const isRecent = nowMs - lastMs < everyMs && status === (before ?? status);
        if (isRecent || used(way) >= 1) return charge;
      }
      if (used(way) >= 1) throw readOftenEnough(ids, minuteMs - (nowMs - (readAtMs[way][0] ?? nowMs)));
      const read = way === 'one' ? readOne(ids, signal) : readAll(ids, signal);
      const entry = remembered.get(ids.id);
      if (entry !== undefined) entry.status = status;
      return read;
    },
    /**
     * [P1] Whether a charge that shows nothing may yet turn out to be paid: its customer may have agreed, and stopped the agreement
     * a moment later.
     */
    mayLag: (ids: AgreementIds, charge: Charge) =>
      isUndecided(charge) && clock.monotonicMs() - known(ids).firstReadAtMs < lagMs,
    /** Its money is being moved, or has been: what is remembered does not hold, whatever the call is answered. */
    forget({ id }: AgreementIds): void {
      const last = remembered.get(id);
      if (last !== undefined) last.charge = null;
    },
  };
}
