// Which errors each call may answer with.
import type { Route } from '../access/route.ts';
import { type ErrorCode, errorCodes } from '../contract/payments.ts';
import { toErrorAnswer } from '../http/errors.ts';

/** Of a request that cannot be read, of a page elsewhere that sends one, of the database, and of our own faults. */
const ofEvery: readonly ErrorCode[] = ['invalid_request', 'not_allowed', 'storage_unavailable', 'internal'];
/** A wrong API key is slowed down before it is known what it is for. */
const ofSignedIn: readonly ErrorCode[] = ['not_signed_in', 'rate_limited'];
/** Bodies that are too large, or no JSON. */
const unreadable = [413, 415];

/** What it is answered with who may not call it now. */
function ofCaller({ access, proof, whenLocked }: Route): readonly ErrorCode[] {
  if (access === 'anybody') return [];
  const ofLocked: readonly ErrorCode[] = whenLocked === true ? [] : ['session_locked'];
  const ofProof: readonly ErrorCode[] = proof === true ? ['pin_required'] : [];
  return [...ofSignedIn, ...ofLocked, ...ofProof];
}

/** @returns the codes of each status, in the order of both. */
export function failuresOf(route: Route): Map<number, readonly ErrorCode[]> {
  const { method, body, errors = [] } = route;
  const codes = new Set([...ofEvery, ...ofCaller(route), ...errors]);
  const pairs = errorCodes
    .filter((code) => codes.has(code))
    .map((code) => [toErrorAnswer(code, '').status, code] as const);
  const ofBody = body ? unreadable : method === 'post' ? [415] : [];
  const byStatus = Map.groupBy(
    [...pairs, ...ofBody.map((status) => [status, 'invalid_request'] as const)],
    ([status]) => status,
  );
  const rows = [...byStatus].map(([status, of]) => [status, of.map(([, code]) => code)] as const);
  return new Map(rows.toSorted(([a], [b]) => a - b));
}
