import type { HistoryEntry } from '../../../server/contract/payments.ts';
import type { Texts } from '../../ui/texts/texts.ts';

type Events = Texts['history']['events'];

const isKnown = (name: string, events: Events): name is keyof Events => Object.keys(events).includes(name);

/** A step in a payment's history in words; one that a newer server made up is called what it calls it. */
export function eventText({ name }: Pick<HistoryEntry, 'name'>, events: Events): string {
  return isKnown(name, events) ? events[name] : name;
}

export type EntryDetail = { readonly amountMinor: number | null; readonly reason: string | null };

/** How much was asked for, in minor units, and why, where a step in the history tells. */
export function detailOf({ detail }: Pick<HistoryEntry, 'detail'>): EntryDetail {
  const { amount, reason } = detail;
  const isAmount = typeof amount === 'number' && Number.isSafeInteger(amount);
  return { amountMinor: isAmount ? amount : null, reason: typeof reason === 'string' ? reason : null };
}
