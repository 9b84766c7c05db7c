// What a verdict on the audit log means, in a sentence.
import type { AuditHead } from '../store/audit-store.ts';
import type { Verdict } from './verify.ts';

const means = {
  missing: 'is missing',
  misplaced: 'stands in another place, or twice',
  changed: 'is not as it was written',
  end: 'and what may have come after it is missing, or was added',
} as const;

/** @param seal the one that it was compared with; null is none. */
export function sayOf({ head, upTo, fault }: Verdict, seal: AuditHead | null): string {
  if (fault === 'seal') {
    return `The log is a whole one, but another one: entry ${seal?.sequence} is not sealed as you have kept it.`;
  }
  if (fault !== null) return `The audit log is broken: entry ${fault.sequence} ${means[fault.why]}.`;
  const removed = upTo === 0 ? '' : ` The first ${upTo} were removed because they were old.`;
  return `The audit log is whole, up to entry ${head.sequence}, whose seal is ${head.sequence}:${head.hash}.${removed}`;
}
