// References: unique, searchable, unguessable, and valid in every Vipps MobilePay API (8-50 of a-z A-Z 0-9 -).

// No i, l, o, u: what a cashier reads aloud over the phone must not be mistaken.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const tailLength = 13;
/** A suffix still fits behind it. */
const longest = 46;
const longestShop = 14;
const longestTill = 24;

/** Lower case, and no zeros in front: ids that begin with them are slow to find at Vipps. */
function slugOf(name: string, atMost: number): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return plain
    .replace(/^[-0]+|-+$/g, '')
    .slice(0, atMost)
    .replace(/-+$/, '');
}

/**
 * `{shop}-{till}-{tail}`: the prefix tells people where a sale was made, the tail holds 65 random bits. Never digits alone.
 * @param shop null where there is only one: its references begin with `till`.
 * @param randomBytes as in node:crypto.
 */
export function newReference(
  { shop, till }: { shop: string | null; till: string },
  randomBytes: (size: number) => Uint8Array,
): string {
  const prefix = slugOf(shop ?? '', longestShop) || 'till';
  const tail = Array.from(randomBytes(tailLength), (byte) => alphabet[byte % alphabet.length]).join('');
  const room = longest - prefix.length - tailLength - 2;
  return [prefix, slugOf(till, Math.min(longestTill, room)), tail].filter((part) => part !== '').join('-');
}

/** How often a sale can be tried. */
export const mostAttempts = 9;
/** What is behind a suffix still fits every API: 46 characters, a hyphen and two digits. Suffixes may be passed over, so that there are more. */
export const lastSuffix = 99;

/** The same sale, tried for the `attempt`th time: from the second on with a suffix, as Vipps recommends. */
export function attemptReference(base: string, attempt: number): string {
  return attempt === 1 ? base : `${base}-${attempt}`;
}
