// Reading the charge of an agreement, no oftener than Vipps takes it.
import type { Clock } from '../clock.ts';
import { VippsInvalidResponse } from './errors.ts';
import type { AgreementIds } from './gateway.ts';
import { type Charge, chargeSchema } from './recurring-answers.ts';
import type { Send } from './send.ts';

/** Vipps takes 10 reads of a charge a minute (Recurring API guide, "Rate limiting"); the rest are for captures and refunds. */
const readsAMinute = 7;
const minuteMs = 60_000;
/** Charges that are remembered at once; the oldest go first. */
const mostRemembered = 1_000;

/** The path of a charge. */
export const chargePath = ({ id, chargeId }: AgreementIds) =>
  `/recurring/v3/agreements/${encodeURIComponent(id)}/charges/${encodeURIComponent(chargeId ?? '')}`;

export function createCharges(send: Send, clock: Pick<Clock, 'monotonicMs'>) {
  const remembered = new Map<string, { charge: Charge | null; readAtMs: number[] }>();

  async function read(ids: AgreementIds, signal?: AbortSignal): Promise<Charge> {
    const call = { method: 'GET', path: chargePath(ids), name: 'charge' } as const;
    const readAtMs = [...recentReads(ids), clock.monotonicMs()];
    const charge = await send({ ...call, signal, schema: chargeSchema });
    if (charge.id !== ids.chargeId) {
      throw new VippsInvalidResponse('another charge', { ...call, requestId: ids.id });
    }
    remembered.delete(ids.id);
    remembered.set(ids.id, { charge, readAtMs });
    const [oldest = ''] = remembered.keys();
    if (remembered.size > mostRemembered) remembered.delete(oldest);
    return charge;
  }

  function recentReads({ id }: AgreementIds): number[] {
    const sinceMs = clock.monotonicMs() - minuteMs;
    return (remembered.get(id)?.readAtMs ?? []).filter((atMs) => atMs > sinceMs);
  }

  return {
    /** @throws as every call to Vipps does. */
    read,
    /** As `read`; what was read last has to do once it has been read often within a minute. */
    async recall(ids: AgreementIds, signal?: AbortSignal): Promise<Charge> {
      const last = remembered.get(ids.id)?.charge ?? null;
      return last !== null && recentReads(ids).length >= readsAMinute ? last : read(ids, signal);
    },
    /** Its money is being moved, or has been: what is remembered does not hold, whatever the call is answered. */
    forget({ id }: AgreementIds): void {
      const last = remembered.get(id);
      if (last !== undefined) last.charge = null;
    },
  };
}
