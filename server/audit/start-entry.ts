import { hash } from 'node:crypto';
import type { RefundLimits } from '../access/staff/refund-limits.ts';
import type { Config } from '../config/config.ts';
import type { Told } from '../store/audit-store.ts';
import { settingsOf } from '../support/bundle.ts';
import { actOfServer } from './act.ts';

/** What decides about money, as the shops have it: of limits the tightest. */
export type Deciding = RefundLimits & { capture: string };

/**
 * A start of the server, with what decides about money and a fingerprint of its configuration without secrets: that changes only with a
 * start, and that it has changed shows.
 */
export function startEntry(config: Config, version: string, atMs: number, deciding: Deciding = config): Told {
  const { environment } = config;
  const { capture, cashierRefundUpTo, cashierRefundUpToADay, refundApprovalAbove } = deciding;
  const limits = { cashierRefundUpTo, cashierRefundUpToADay };
  const above = refundApprovalAbove === null ? {} : { refundApprovalAbove };
  const settings = hash('sha256', JSON.stringify(settingsOf(config)), 'hex').slice(0, 16);
  const detail = { environment, capture, ...limits, ...above, settings };
  return { ...actOfServer('server_started', atMs), shop: null, about: version, detail };
}
