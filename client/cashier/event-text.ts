import type { HistoryEntry } from '../../server/contract.ts';
import type { Texts } from '../ui/texts/texts.ts';

type Events = Texts['access']['events'];

const isKnown = (event: string, events: Events): event is keyof Events => Object.hasOwn(events, event);

/** A step in a payment's history in words; one that a newer server made up is called what it calls it. */
export function eventText({ event }: Pick<HistoryEntry, 'event'>, events: Events): string {
  return isKnown(event, events) ? events[event] : event;
}
