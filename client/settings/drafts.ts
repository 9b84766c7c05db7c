// What has been typed or chosen on the page and is not saved yet, by the field. Kept for the whole page, so that nothing is lost
// when another room is looked at.
import type { Failure } from '../ui/api/api.ts';

export type Draft = {
  readonly typed: unknown;
  readonly step: 'typing' | 'saving' | 'failed';
  /** Why the server has not saved it; null also for what was found without the server. */
  readonly failure: Failure | null;
};
export type Drafts = ReadonlyMap<string, Draft>;

export const typing = (typed: unknown): Draft => ({ typed, step: 'typing', failure: null });
export const saving = (typed: unknown): Draft => ({ typed, step: 'saving', failure: null });
export const failed = (typed: unknown, failure: Failure | null): Draft => ({
  typed,
  step: 'failed',
  failure,
});

/** How things stand as a whole; `shown` is saved, and seen on screens. */
export type SavedStatus = 'none' | 'saving' | 'saved' | 'shown' | 'failed';

/** @param last what was saved last. */
export function statusOf(drafts: Drafts, last: 'none' | 'saved' | 'shown'): SavedStatus {
  const steps = [...drafts.values()].map(({ step }) => step);
  if (steps.includes('failed')) return 'failed';
  if (steps.includes('saving')) return 'saving';
  return steps.includes('typing') ? 'none' : last;
}

/** @param draft null when there is nothing left to save. */
export function withDraft(drafts: Drafts, field: string, draft: Draft | null): Drafts {
  const next = new Map(drafts);
  if (draft === null) next.delete(field);
  else next.set(field, draft);
  return next;
}

/** As `withDraft`, unless something else was typed meanwhile. */
export function afterSaving(drafts: Drafts, field: string, sent: Draft, draft: Draft | null): Drafts {
  return drafts.get(field) === sent ? withDraft(drafts, field, draft) : drafts;
}
