// References: unique, searchable, unguessable, and valid in every Vipps MobilePay API (8-50 of a-z A-Z 0-9 -).

// No i, l, o, u: what a cashier reads aloud over the phone must not be mistaken.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const tailLength = 13;

/**
 * `till-{id}-{tail}`: the prefix tells people where a sale was made, the tail holds 65 random bits. Never digits alone, and no
 * leading zeros, for such ids are slow to find at Vipps.
 * @param randomBytes as in node:crypto.
 */
export function newReference(till: string, randomBytes: (size: number) => Uint8Array): string {
  const slug = till
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0]+|-+$/g, '')
    .slice(0, 24);
  const tail = Array.from(randomBytes(tailLength), (byte) => alphabet[byte % alphabet.length]).join('');
  return `till-${slug === '' ? '' : `${slug}-`}${tail}`;
}

/**
 * The same sale again, for a start that was lost: the reference with the suffix `-2`.
 * @returns null for a reference that has it already: twice lost is given up.
 */
export function nextReference(reference: string): string | null {
  return reference.endsWith('-2') ? null : `${reference}-2`;
}
