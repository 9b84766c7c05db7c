import { expect, test } from 'vitest';
import { isAboutApproval } from './approval-failure.ts';

test('[P8] a refusal is about the approval where one was sent, or is asked for', () => {
  expect(isAboutApproval('approval_required', false)).toBe(true);
  expect(isAboutApproval('not_allowed', false)).toBe(false);
  expect(isAboutApproval('rate_limited', false)).toBe(false);
  for (const failure of ['approval_required', 'invalid_request', 'not_allowed', 'rate_limited'] as const) {
    expect(isAboutApproval(failure, true)).toBe(true);
  }
  expect(isAboutApproval('wrong_state', true)).toBe(false);
  expect(isAboutApproval('unreachable', true)).toBe(false);
  expect(isAboutApproval(null, true)).toBe(false);
});
