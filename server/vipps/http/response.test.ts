import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { VippsInvalidResponse, VippsRejected, VippsUnavailable } from './errors.ts';
import { assertDone, readAnswer, readError, retryAfterMs } from './response.ts';

const call = { method: 'POST', path: '/ecomm/v2/payments', requestId: 'request-1' };
const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status,
  headers,
  bytes: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});
const ecom = (errorCode: string) => [
  { errorGroup: 'Payment', errorCode, errorMessage: 'no', contextId: 'c' },
];

function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

test.each<[string, unknown, string | null]>([
  [
    'traceId of ePayment',
    { traceId: '00-616e415f-01', instance: 'urn:uuid:1', title: 'x' },
    '00-616e415f-01',
  ],
  ['contextId of eCom', [{ errorCode: '44', contextId: 'f70b8bf7-c843' }], 'f70b8bf7-c843'],
  ['contextId of Recurring', { contextId: 'f70b8bf7-c843', instance: '/v3/agreements' }, 'f70b8bf7-c843'],
  ['instance of the QR API', { title: 'x', instance: '3cff3564-4a14' }, '3cff3564-4a14'],
  ['instance that is a path', { title: 'x', instance: '/v3/agreements' }, null],
  ['traceId with more in it than an id', { traceId: 'Bearer canary' }, null],
  ['traceId without end', { traceId: 'a'.repeat(101) }, null],
])('what Vipps’ support finds a call by is the %s', (_, body, trace) => {
  expect(readError(body).trace).toBe(trace);
  const error = thrownBy(() => assertDone(call, answer(400, body)));
  expect(error).toMatchObject({ name: 'VippsRejected', trace });
  expect(thrownBy(() => assertDone(call, answer(500, body)))).toMatchObject({ trace });
});

test('the fields that are named are told from the code of the error', () => {
  const named = (...names: unknown[]) => names.map((name) => ({ name, reason: 'x' }));
  expect(readError({ extraDetails: named('ErrorCode', 'Receipt.OrderLines[0]', 7) }).fields).toEqual([
    'Receipt.OrderLines[0]',
  ]);
  expect(readError({ invalidParams: named('Size') }).fields).toEqual(['Size']);
  expect(readError(ecom('34')).fields).toEqual([]);
  expect(readError({ extraDetails: { name: 'Receipt' } }).fields).toEqual([]);
});

describe('a byte order mark before the body', () => {
  const mark = '\uFEFF';
  const told: string[] = [];

  test('hides neither a good answer nor an error, and is told', () => {
    const schema = z.object({ a: z.number() });
    const tell = (what: string) => told.push(what);
    expect(readAnswer(call, answer(200, `${mark}{"a":1}`), schema, tell)).toEqual({ a: 1 });
    expect(told).toEqual(['a byte order mark before the body']);
    readAnswer(call, answer(200, { a: 1 }), schema, tell);
    expect(told).toHaveLength(1);
    const refused = thrownBy(() => readAnswer(call, answer(400, mark + JSON.stringify(ecom('34'))), schema));
    expect(refused).toMatchObject({ name: 'VippsRejected', code: '34' });
    const twice = answer(200, `${mark}${mark}{"a":1}`);
    expect(thrownBy(() => readAnswer(call, twice, schema))).toBeInstanceOf(VippsInvalidResponse);
  });
});

describe('the words of an error', () => {
  test.each([
    ['of eCom', ecom('44'), { code: '44', reason: 'no' }],
    ['of the gateway', { statusCode: 401, message: 'Unauthorized' }, { code: null, reason: 'Unauthorized' }],
    [
      'of the gateway, nested',
      { responseInfo: { responseCode: 401 }, result: { message: 'Try again' } },
      { code: null, reason: 'Try again' },
    ],
    [
      'of a problem',
      { title: 'Order timeout', detail: 'Payment has already timed out', instance: 'i' },
      { code: null, reason: 'Payment has already timed out' },
    ],
    [
      'of a problem of ePayment’s own',
      { title: 'Bad Request', traceId: 't', extraDetails: [{ name: 'ErrorCode', reason: '6190' }] },
      { code: '6190', reason: 'Bad Request' },
    ],
    [
      'of a problem with more to it than its code',
      {
        traceId: 't',
        extraDetails: [
          { name: 'Field', reason: 'x' },
          { name: 'ErrorCode', reason: '6190' },
        ],
      },
      { code: '6190', reason: null },
    ],
    ['of one without a code', { title: 'Gone', traceId: 't' }, { code: 'Gone', reason: 'Gone' }],
    [
      'of Recurring, which has the code behind its type',
      { type: 'https://vipps.example/problems#charge-capture-failed', title: 'No', contextId: 'c' },
      { code: 'charge-capture-failed', reason: 'No' },
    ],
    [
      'of one whose type has more than a code behind it',
      { type: 'https://vipps.example/problems#charge capture', title: 'No', contextId: 'c' },
      { code: 'No', reason: 'No' },
    ],
    ['of one without a title', { type: 'about:blank', traceId: 't' }, { code: 'about:blank', reason: null }],
    ['of one with nothing but its trace', { contextId: 'c' }, { code: 'problem', reason: null }],
    ['of a problem without detail', { title: 'Bad Request' }, { code: null, reason: 'Bad Request' }],
  ])('are found in the shape %s', (_, body, expected) => {
    expect(readError(body)).toMatchObject(expected);
  });

  test.each([[undefined], [null], ['text'], [[]], [[null]], [{}], [{ title: '', detail: 7 }]])(
    'are null when there are none: %j',
    (body) => {
      expect(readError(body)).toEqual({ code: null, reason: null, fields: [], trace: null });
    },
  );

  test('are cut where they grow beyond a screen', () => {
    expect(readError({ title: 'x'.repeat(5000) }).reason).toHaveLength(300);
  });

  test.each([
    [
      'a landing URL',
      'The url https://api.vipps.no/dwo?v=2&token=canary is not valid',
      'The url … is not valid',
    ],
    ['a query of a landing URL', 'The query v=2&token=canary is not valid', 'The query v=2&… is not valid'],
    ['a query in quotes', 'Bad "token=canary&v=2"', 'Bad "…&v=2"'],
    ['an app link', "'vipps://?token=canary' is not valid", "'…' is not valid"],
    ['an authorization', 'Bad header Bearer canary', 'Bad header …'],
    ['an authorization after more than a space', 'Bad header Bearer  canary', 'Bad header …'],
    ['an access token', 'Bad token eyJcanary.eyJcanary.canary-_canary, sorry', 'Bad token …, sorry'],
  ])('[P7] are passed on without %s that they repeat', (_, errorMessage, reason) => {
    expect(readError([{ errorMessage }]).reason).toBe(reason);
  });

  test('are read to 2,000 characters, however many there are', () => {
    expect(readError({ title: `https://api.vipps.no/${'x'.repeat(2_000)} and more` }).reason).toBe('…');
  });
});

describe('how long Vipps wants us to wait', () => {
  const date = 'Mon, 02 Mar 2026 09:00:00 GMT';
  test.each([
    ['is in seconds', { 'retry-after': '7' }, 7_000],
    ['is in seconds, and long', { 'retry-after': '30' }, 30_000],
    ['is 0', { 'retry-after': ' 0 ' }, 0],
    ['is a date, counted from its own', { 'retry-after': 'Mon, 02 Mar 2026 09:00:30 GMT', date }, 30_000],
    ['is a date that has passed', { 'retry-after': 'Mon, 02 Mar 2026 08:00:00 GMT', date }, 0],
    ['is a date, and it does not say what time it is', { 'retry-after': date }, null],
    ['is not said', { date }, null],
    ['is unreadable', { 'retry-after': 'soon', date }, null],
    ['is no date as HTTP writes it', { 'retry-after': '2 Mar 2026 09:00:30 GMT', date }, null],
    ['is a date behind a letter', { 'retry-after': 'x 2 Mar 2026 09:00:30 GMT', date }, null],
    ['is negative', { 'retry-after': '-1', date }, null],
    ['is a fraction', { 'retry-after': '1.5', date }, null],
  ])('when it %s', (_, headers, expected) => {
    expect(retryAfterMs(headers)).toBe(expected);
  });
});

describe('an answer that is not success', () => {
  test.each([
    [400, ecom('41')],
    [401, { statusCode: 401, message: 'no' }],
    [404, 'not JSON'],
    [402, ecom('61')],
  ])('%i is certainly not done', (status, body) => {
    expect(thrownBy(() => assertDone(call, answer(status, body)))).toBeInstanceOf(VippsRejected);
  });

  test.each([
    ['429', 429, {}],
    ['code 94: locked', 423, ecom('94')],
    ['code 94, whatever the status', 500, ecom('94')],
    ['code 98: too many requests', 400, ecom('98')],
  ])('%s was not done and may be tried later', (_, status, body) => {
    const error = thrownBy(() => assertDone(call, answer(status, body, { 'retry-after': '3' })));
    expect(error).toBeInstanceOf(VippsUnavailable);
    expect(error).toMatchObject({ outcome: 'not_done', retryAfterMs: 3_000, status });
  });

  test.each([
    ['500', 500, {}],
    ['502 from something in between', 502, '<html>Bad Gateway</html>'],
    ['503', 503, {}],
    ['408', 408, {}],
    ['code 99: an error inside Vipps', 400, ecom('99')],
  ])('%s may have been done all the same', (_, status, body) => {
    const error = thrownBy(() => assertDone(call, answer(status, body)));
    expect(error).toBeInstanceOf(VippsUnavailable);
    expect(error).toMatchObject({ outcome: 'unknown', retryAfterMs: null, status });
  });

  test.each([[300], [301], [304], [102]])('%i is unreadable: nobody redirects a payment', (status) => {
    const error = thrownBy(() => assertDone(call, answer(status, '')));
    expect(error).toBeInstanceOf(VippsInvalidResponse);
    expect(String(error)).toContain(`unexpected HTTP ${status}`);
  });

  test('tells which call it was, the code and the reason', () => {
    const error = thrownBy(() => assertDone(call, answer(400, ecom('51'))));
    expect(error).toMatchObject({ ...call, status: 400, code: '51', reason: 'no' });
    expect(String(error)).toBe('VippsRejected: POST /ecomm/v2/payments: rejected (51): no');
    const bare = thrownBy(() => assertDone(call, answer(403, 'denied')));
    expect(bare).toMatchObject({ code: null, reason: 'HTTP 403' });
  });
});

describe('an answer that is success', () => {
  const schema = z.object({ orderId: z.string(), totals: z.object({ captured: z.number() }) });

  test.each([[200], [201], [202]])('%i is read', (status) => {
    const body = { orderId: 'till-1-a', totals: { captured: 100 }, more: 1 };
    expect(readAnswer(call, answer(status, body), schema)).toEqual({
      orderId: 'till-1-a',
      totals: { captured: 100 },
    });
  });

  test.each([
    ['HTML', '<html></html>', 'body'],
    ['nothing', '', 'body'],
    ['half of it', '{"orderId":"till', 'body'],
    ['another shape', { orderId: 7, totals: {} }, 'orderId, totals.captured'],
  ])(
    'with %s in it is unreadable, and the error names the fields but not what they hold',
    (_, body, fields) => {
      const error = thrownBy(() => readAnswer(call, answer(200, body), schema));
      expect(error).toBeInstanceOf(VippsInvalidResponse);
      expect(error).toMatchObject({ ...call, status: 200 });
      expect(String(error)).toContain(`unreadable answer (${fields})`);
    },
  );

  test('[P1] with a page in it is none, also of a call that promises no body', () => {
    expect(readAnswer(call, answer(204, ''), z.unknown())).toBeUndefined();
    const taken = thrownBy(() => readAnswer(call, answer(202, ''), z.unknown()));
    expect(taken).toMatchObject({ name: 'VippsUnavailable', outcome: 'unknown' });
    expect(String(taken)).toContain('not carried out yet');
    const page = thrownBy(() => readAnswer(call, answer(200, '<html></html>'), z.unknown()));
    expect(page).toBeInstanceOf(VippsInvalidResponse);
    expect(String(page)).toContain('unreadable answer (body)');
  });

  test('with more in it than was promised, where that matters, names the whole beside the fields', () => {
    const strict = z.strictObject({ orderId: z.string() });
    const error = thrownBy(() => readAnswer(call, answer(200, { orderId: 7, more: 1 }), strict));
    expect(String(error)).toContain('unreadable answer (orderId, body)');
  });
});
