import { describe, expect, test } from 'vitest';
import {
  certainlyNotDone,
  isVippsError,
  VippsInvalidResponse,
  VippsRejected,
  VippsUnavailable,
} from './errors.ts';

const where = { method: 'PUT', path: '/cancel', requestId: 'request-1' };
const cause = new Error('reset');

describe('a failed call', () => {
  test('that was refused tells which it was, why and under which code', () => {
    const error = new VippsRejected('no', { ...where, status: 409, code: '51', cause });
    expect(error).toMatchObject({
      ...where,
      name: 'VippsRejected',
      message: 'PUT /cancel: rejected (51): no',
      status: 409,
      code: '51',
      reason: 'no',
      cause,
    });
  });

  test('that was refused without a code or an answer says neither', () => {
    const error = new VippsRejected('no', where);
    expect(error).toMatchObject({ message: 'PUT /cancel: rejected: no', status: null, code: null });
    expect(error).not.toHaveProperty('cause');
  });

  test('that had no answer tells whether it may have been carried out, and when to come back', () => {
    const error = new VippsUnavailable('late', { ...where, outcome: 'unknown', retryAfterMs: 3_000, cause });
    expect(error).toMatchObject({
      name: 'VippsUnavailable',
      message: 'PUT /cancel: late',
      outcome: 'unknown',
      retryAfterMs: 3_000,
      cause,
    });
    expect(new VippsUnavailable('late', { ...where, outcome: 'not_done' }).retryAfterMs).toBeNull();
  });

  test('whose answer cannot be read has a name of its own', () => {
    expect(new VippsInvalidResponse('page', where).name).toBe('VippsInvalidResponse');
  });
});

test.each([
  ['refused', new VippsRejected('no', where), true, true],
  ['never reached', new VippsUnavailable('no', { ...where, outcome: 'not_done' }), true, true],
  ['without an answer', new VippsUnavailable('no', { ...where, outcome: 'unknown' }), false, true],
  ['unreadable', new VippsInvalidResponse('page', where), false, true],
  ['a fault of ours', new TypeError('undefined'), false, false],
])(
  '[P1] what is certainly not done, and what is a failure of Vipps: %s',
  (_, error, isNotDone, isOfVipps) => {
    expect([certainlyNotDone(error), isVippsError(error)]).toEqual([isNotDone, isOfVipps]);
  },
);
