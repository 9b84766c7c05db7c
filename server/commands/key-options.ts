// What `npm run keys` is told of a key: its scopes, its expiry, and the overlap of a rotation. Pure.
import { z } from 'zod';
import { type KeyScope, keyScopes } from '../contract/access.ts';
import { Usage } from './command.ts';

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const mostOverlapMs = 90 * unitMs.d;
const usualScopes: readonly KeyScope[] = ['sell', 'refund', 'read'];

/** @param given names, separated by commas. @returns them in the order of `keyScopes`. @throws Usage for any other. */
export function readScopes(given: string | undefined): readonly KeyScope[] {
  if (given === undefined) return usualScopes;
  const names = new Set(given.split(',').map((name) => name.trim()));
  const known = keyScopes.filter((scope) => names.has(scope));
  if (known.length === names.size) return known;
  throw new Usage(`--scope is ${given}; it takes ${keyScopes.join(', ')}, separated by commas.`);
}

const instant = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** @returns epoch milliseconds; a day begins as it does in UTC. @throws Usage for what is no date, or has passed. */
export function readExpiry(given: string | undefined, nowMs: number): number | undefined {
  if (given === undefined) return undefined;
  if (!instant.safeParse(given).success) {
    throw new Usage(
      `--expires is ${given}; it takes a day, such as 2027-01-01, or a time, such as 2027-01-01T03:00:00Z.`,
    );
  }
  const ms = Date.parse(given);
  if (ms <= nowMs) throw new Usage(`--expires is ${given}, which has passed.`);
  return ms;
}

/** @returns milliseconds. @throws Usage for more than 90 days, and for what is no time. */
export function readOverlapMs(given = '24h'): number {
  if (given === '0') return 0;
  const [, count = '', unit = ''] = /^(\d{1,4})([mhd])$/.exec(given) ?? [];
  const ms = Number(count) * (unitMs[unit as keyof typeof unitMs] ?? Number.NaN);
  if (ms <= mostOverlapMs) return ms;
  throw new Usage(
    `--overlap is ${given}; it takes minutes, hours or days, such as 30m, 24h or 7d, at most 90d; 0 is none.`,
  );
}
