// Reads the whole audit log, and says whether it is as it was written.
import type { AuditHead, AuditStore } from '../store/audit-store.ts';
import { anchorIn, createVerifier, type Fault, origin } from './chain.ts';

const pageSize = 1_000;

/** `upTo`: how many entries were removed because they were old. */
export type Verdict = { head: AuditHead; upTo: number; fault: Fault | 'seal' | null };

/** @param seal of an entry, as somebody has kept it elsewhere; null is none. */
export async function verify(
  store: Pick<AuditStore, 'readOn' | 'readHead' | 'findAnchor'>,
  seal: AuditHead | null,
): Promise<Verdict> {
  // First: what is written meanwhile comes after it.
  const head = await store.readHead();
  const anchor = await store.findAnchor();
  const start = (anchor && anchorIn(anchor)) ?? origin;
  const known = { head, upTo: start.sequence };
  const verifier = createVerifier(start);
  let isSealed = seal === null || seal.sequence <= start.sequence;
  // What was given up may not have been removed yet.
  for (let after = start.sequence; ; ) {
    const page = await store.readOn(after, pageSize);
    for (const entry of page.filter(({ sequence }) => sequence <= head.sequence)) {
      const fault = verifier.take(entry);
      if (fault !== null) return { ...known, fault };
      if (seal?.sequence === entry.sequence) isSealed = seal.hash === entry.hash;
    }
    const last = page.at(-1)?.sequence ?? head.sequence;
    if (last >= head.sequence) break;
    after = last;
  }
  return { ...known, fault: verifier.end(head) ?? (isSealed ? null : 'seal') };
}
