// Which failures are about a manager's approval, and not about what it was for.
import type { Failure } from '../../ui/api/api.ts';

/** What a name and PIN that were sent along can be refused for: wrong, or not written as one; locked; tried too often. */
const refusals: readonly Failure[] = ['approval_required', 'invalid_request', 'not_allowed', 'rate_limited'];

/** @param wasSent whether an approval was sent along. */
export function isAboutApproval(failure: Failure | null, wasSent: boolean): boolean {
  if (failure === null) return false;
  return wasSent ? refusals.includes(failure) : failure === 'approval_required';
}
