import { expect, test } from 'vitest';
import { toConfig } from '../config/config.ts';
import { startEntry } from './start-entry.ts';

const read = (env: Record<string, string>) =>
  startEntry(
    toConfig(env, () => ''),
    '1.2.3',
    7,
  );

test('[P12] a start with other settings shows', () => {
  const before = read({});
  expect(before).toMatchObject({ kind: 'server_started', about: '1.2.3', atMs: 7 });
  expect(before.detail['settings']).toMatch(/^[0-9a-f]{16}$/);
  expect(read({}).detail).toEqual(before.detail);
  const after = read({ CASHIER_REFUND_LIMIT: '50000' });
  expect(after.detail).toMatchObject({ cashierRefundUpTo: 50_000 });
  expect(after.detail['settings']).not.toBe(before.detail['settings']);
  expect(before.detail).not.toHaveProperty('refundApprovalAbove');
  expect(read({ REFUND_APPROVAL_ABOVE: '0' }).detail).toMatchObject({ refundApprovalAbove: 0 });
});
