// Sessions in a database, without anybody who signs in.
import type { AccessStore } from '../../store/access-store.ts';

type New = Parameters<AccessStore['openSession']>[0];

/** A session that begins now, at 0 of both clocks. */
export const aSession = (tokenHash: string, staffId: string, bent: Partial<New> = {}): New => ({
  id: `id of ${tokenHash}`,
  tokenHash,
  staffId,
  expiresAtMs: 1_000,
  nowMs: 0,
  atMs: 0,
  address: '192.0.2.7',
  browser: 'Firefox, Linux',
  ...bent,
});

/** Where tests sign in from. */
export const somewhere = { address: '192.0.2.7', device: undefined, browser: 'Firefox, Linux' };
