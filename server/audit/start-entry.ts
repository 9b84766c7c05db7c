import { hash } from 'node:crypto';
import type { Config } from '../config/config.ts';
import type { Told } from '../store/audit-store.ts';
import { settingsOf } from '../support/bundle.ts';
import { actOfServer } from './act.ts';

/**
 * A start of the server, with what decides about money and a fingerprint of all settings but the secret ones: they change only with a
 * start, and that they have changed shows.
 */
export function startEntry(config: Config, version: string, atMs: number): Told {
  const { environment, capture, cashierRefundUpTo, cashierRefundUpToADay, refundApprovalAbove } = config;
  const limits = { cashierRefundUpTo, cashierRefundUpToADay };
  const above = refundApprovalAbove === null ? {} : { refundApprovalAbove };
  const settings = hash('sha256', JSON.stringify(settingsOf(config)), 'hex').slice(0, 16);
  const detail = { environment, capture, ...limits, ...above, settings };
  return { ...actOfServer('server_started', atMs), shop: null, about: version, detail };
}
