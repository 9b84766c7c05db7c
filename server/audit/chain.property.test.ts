// [P12] Whatever is done to a chain of entries afterwards, it shows.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actorKinds, auditKinds } from '../contract/audit.ts';
import type { AuditEntry, AuditHead } from '../store/audit-store.ts';
import { anchorIn, createVerifier, type Fault, hashOf, origin } from './chain.ts';

const text = fc.string({ unit: 'binary', maxLength: 12 });
const content = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom(...auditKinds.filter((kind) => kind !== 'audit_trimmed')),
  shop: fc.option(text),
  who_kind: fc.constantFrom(...actorKinds),
  who_id: fc.option(text),
  who_name: text,
  address: text,
  about: text,
  detail: fc.json({ maxDepth: 1 }),
});
const contents = fc.array(content, { minLength: 2, maxLength: 8 });

const fields: readonly (keyof AuditEntry)[] = [
  'sequence',
  'at',
  'kind',
  'shop',
  'who_kind',
  'who_id',
  'who_name',
  'address',
  'about',
  'detail',
  'hash',
];

type Content = Omit<AuditEntry, 'sequence' | 'hash'>;

/** A chain as the store writes it. @param start what the first entry follows. */
function chained(all: readonly Content[], start: AuditHead): AuditEntry[] {
  let before = start;
  return all.map((one) => {
    const entry = { ...one, sequence: before.sequence + 1 };
    before = { sequence: entry.sequence, hash: hashOf(before.hash, entry) };
    return { ...entry, hash: before.hash };
  });
}

const headOf = (entries: readonly AuditEntry[]): AuditHead => {
  const last = entries.at(-1);
  return last ? { sequence: last.sequence, hash: last.hash } : origin;
};

function faultOf(entries: readonly AuditEntry[], head: AuditHead, start = origin): Fault | null {
  const verifier = createVerifier(start);
  for (const entry of entries) {
    const fault = verifier.take(entry);
    if (fault !== null) return fault;
  }
  return verifier.end(head);
}

/** Of one field: a byte of its text, or of the number it is, is another one. */
function withOneByteChanged(value: AuditEntry[keyof AuditEntry], at: number, by: number) {
  if (typeof value === 'number') return value ^ (1 << (at % 31));
  if (value === null || value === '') return String.fromCodePoint(by);
  const bytes = Buffer.from(value, 'utf16le');
  const index = at % bytes.length;
  bytes.writeUInt8((bytes.readUInt8(index) + by) % 256, index);
  return bytes.toString('utf16le');
}

const chain = contents.map((all) => chained(all, origin));
const anyChain = fc.tuple(chain, fc.nat(), fc.nat());
const pick = <T>(all: readonly T[], index: number) => index % all.length;

describe('a chain', () => {
  test('[P12] that was left alone is whole', () => {
    fc.assert(fc.property(chain, (entries) => faultOf(entries, headOf(entries)) === null));
  });

  test('[P12] breaks when a single byte of any field of any entry is another one', () => {
    const field = fc.constantFrom(...fields);
    fc.assert(
      fc.property(anyChain, field, fc.integer({ min: 1, max: 255 }), ([entries, which, at], name, by) => {
        const index = pick(entries, which);
        const changed = entries.map((entry, one) =>
          one === index ? { ...entry, [name]: withOneByteChanged(entry[name], at, by) } : entry,
        );
        expect(faultOf(changed as AuditEntry[], headOf(entries))).not.toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  test('[P12] breaks when text moves from one field into the next', () => {
    fc.assert(
      fc.property(chain, fc.constantFrom('who_name', 'address'), (entries, name) => {
        const [first, ...rest] = entries;
        const next = name === 'who_name' ? 'address' : 'about';
        if (!first || first[name] === '') return;
        const moved = { ...first, [name]: '', [next]: first[name] + first[next] };
        expect(faultOf([moved, ...rest], headOf(entries))).toEqual({ sequence: 1, why: 'changed' });
      }),
    );
  });

  test('[P12] breaks when an entry is taken out, wherever it stood', () => {
    fc.assert(
      fc.property(anyChain, ([entries, which]) => {
        const index = pick(entries, which);
        expect(faultOf(entries.toSpliced(index, 1), headOf(entries))?.sequence).toBe(index + 1);
      }),
    );
  });

  test('[P12] breaks when an entry is put in, even with a good hash of its own', () => {
    fc.assert(
      fc.property(anyChain, content, ([entries, which], made) => {
        const index = pick(entries, which);
        const before = index === 0 ? origin : headOf(entries.slice(0, index));
        const forged = chained([made], before);
        expect(faultOf(entries.toSpliced(index, 0, ...forged), headOf(entries))).not.toBeNull();
      }),
    );
  });

  test('[P12] breaks behind an entry that another one replaces, with a good hash of its own', () => {
    fc.assert(
      fc.property(anyChain, content, ([entries, which], made) => {
        const index = pick(entries, which);
        const [forged] = chained([made], headOf(entries.slice(0, index)));
        if (!forged || forged.hash === entries[index]?.hash) return;
        const sequence = index + 2;
        const fault = faultOf(entries.with(index, forged), headOf(entries));
        expect(fault).toEqual({ sequence, why: index === entries.length - 1 ? 'end' : 'changed' });
      }),
    );
  });

  test('[P12] breaks when two entries change places, or one is there twice', () => {
    fc.assert(
      fc.property(anyChain, ([entries, one, other]) => {
        const [a, b] = [pick(entries, one), pick(entries, other)];
        const [first, second] = [entries[a], entries[b]];
        if (!first || !second) return;
        const repeated = entries.toSpliced(b, 0, first);
        expect(faultOf(repeated, headOf(entries))).not.toBeNull();
        if (a !== b) expect(faultOf(entries.with(a, second).with(b, first), headOf(entries))).not.toBeNull();
      }),
    );
  });

  test('[P12] that was cut off at the beginning is whole only by an anchor that says so', () => {
    fc.assert(
      fc.property(anyChain, fc.nat({ max: 5 }), ([entries, which], by) => {
        const upTo = headOf(entries.slice(0, pick(entries, which) + 1));
        const detail = JSON.stringify({ upTo: upTo.sequence, hash: upTo.hash });
        const trimming = { ...entries[0], kind: 'audit_trimmed', detail } as AuditEntry;
        const [anchor] = chained([trimming], headOf(entries));
        if (!anchor) throw new Error('there is no anchor');
        const left = [...entries.slice(upTo.sequence), anchor];
        const start = anchorIn(anchor) ?? origin;
        expect(faultOf(left, headOf(left), start)).toBeNull();
        expect(faultOf(left, headOf(left))).not.toBeNull();
        const elsewhere = { ...start, sequence: start.sequence + by + 1 };
        expect(faultOf(left, headOf(left), elsewhere)).not.toBeNull();
      }),
    );
  });
});
