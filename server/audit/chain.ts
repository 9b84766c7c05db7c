// The chain of the audit log: each entry's hash stands for its content and for all entries before it. Pure.
import { hash } from 'node:crypto';
import type { AuditEntry, AuditHead } from '../store/audit-store.ts';

/** Before the first entry. */
export const origin: AuditHead = { sequence: 0, hash: '' };

export type Unsealed = Omit<AuditEntry, 'hash'>;

/** @param before the hash of the entry before. @returns SHA-256 as hexadecimal digits. */
export function hashOf(before: string, entry: Unsealed): string {
  const { sequence, at, kind, shop, who_kind, who_id, who_name, address, about, detail } = entry;
  // As an array of JSON it has one reading: no two contents are the same text.
  const content = [before, sequence, at, kind, shop, who_kind, who_id, who_name, address, about, detail];
  return hash('sha256', JSON.stringify(content), 'hex');
}

/** What an entry says that stands for others that were removed because they were old; null for any other entry. */
export function anchorIn({ kind, detail }: Pick<AuditEntry, 'kind' | 'detail'>): AuditHead | null {
  if (kind !== 'audit_trimmed') return null;
  const { upTo, hash: last } = JSON.parse(detail);
  return { sequence: Number(upTo), hash: String(last) };
}

/** Where a chain breaks first. `end`: what is remembered as the last entry is another one than the last that is there. */
export type Fault = { sequence: number; why: 'missing' | 'misplaced' | 'changed' | 'end' };

export type Verifier = {
  /** Takes the entries one after the other. @returns what is wrong with this one; null when nothing is. */
  take(entry: AuditEntry): Fault | null;
  /** After the last one. @param head as it is remembered beside the log. */
  end(head: AuditHead): Fault | null;
};

/** @param start what the first entry follows: `origin`, or what the newest anchor says of those that were removed. */
export function createVerifier(start: AuditHead): Verifier {
  let before = start;
  return {
    take({ hash: sealed, ...entry }) {
      const { sequence } = entry;
      const due = before.sequence + 1;
      if (sequence !== due) return { sequence: due, why: sequence > due ? 'missing' : 'misplaced' };
      if (hashOf(before.hash, entry) !== sealed) return { sequence, why: 'changed' };
      before = { sequence, hash: sealed };
      return null;
    },
    end: (head) =>
      before.sequence === head.sequence && before.hash === head.hash
        ? null
        : { sequence: Math.min(before.sequence, head.sequence) + 1, why: 'end' },
  };
}
