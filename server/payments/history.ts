// A payment's history as tills and staff see it.
import type { HistoryEntry } from '../contract/payments.ts';
import type { StoredHistoryEntry } from '../store/store.ts';

/** What programs of before read in `event`, where steps had other names. */
const before: Partial<Record<StoredHistoryEntry['event'], string>> = {
  voided: 'released',
  released: 'given_back',
};

export function toHistoryEntry({ atMs, event, detail: all, ...entry }: StoredHistoryEntry): HistoryEntry {
  const { approvedBy = null, ...detail } = all;
  const at = new Date(atMs).toISOString();
  return { at, name: event, event: before[event] ?? event, ...entry, approvedBy, detail };
}
