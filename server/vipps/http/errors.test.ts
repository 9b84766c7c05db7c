import { describe, expect, test } from 'vitest';
import {
  certainlyNotDone,
  isAnswer,
  isConflict,
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
    const silent = { status: null, code: null, fields: [] };
    expect(error).toMatchObject({ message: 'PUT /cancel: rejected: no', ...silent });
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

  test('that reached nobody tells why, and a QR image that lies elsewhere tells where', () => {
    const lost = { ...where, outcome: 'not_done', code: 'ENOTFOUND' } as const;
    expect(new VippsUnavailable('no such host', lost).code).toBe('ENOTFOUND');
    const elsewhere = new VippsInvalidResponse('elsewhere', { ...where, refusedHost: 'qr.example' });
    expect(elsewhere.refusedHost).toBe('qr.example');
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

const unavailable = (status?: number) =>
  new VippsUnavailable('later', { ...where, outcome: 'unknown', ...(status !== undefined && { status }) });

test.each([
  ['a refusal', new VippsRejected('no', where), true],
  ['that it has been taken', unavailable(202), true],
  ['nothing', unavailable(), false],
  ['that a server has failed', unavailable(503), false],
  ['a page', new VippsInvalidResponse('page', { ...where, status: 202 }), false],
  ['nothing, for a fault of ours', new TypeError('undefined'), false],
])('[P2] a key would be answered the same again only where Vipps has answered: %s', (_, error, isOne) => {
  expect(isAnswer(error)).toBe(isOne);
});

test.each([
  ['409 with a code of Vipps’ own', new VippsRejected('no', { ...where, status: 409, code: '34' }), true],
  ['409 of something in between', new VippsRejected('no', { ...where, status: 409 }), false],
  ['400 with a code', new VippsRejected('no', { ...where, status: 400, code: '34' }), false],
  ['409 that says to come back', unavailable(409), false],
])('[P11] a reference is taken only by Vipps’ own word: %s', (_, error, isOne) => {
  expect(isConflict(error)).toBe(isOne);
});
