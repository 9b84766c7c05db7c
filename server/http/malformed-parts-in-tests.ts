// The parts of which malformed requests are made.

const amount = { value: 100, currency: 'NOK' };
const terms = { product: { name: 'Tea' }, pricing: { amount }, interval: { unit: 'WEEK', count: 1 } };
export const junk: readonly unknown[] = [
  ...[null, true, [], {}, [[]], '', 'x', -1, 0.5, 1e308, -0, 2 ** 53, '100', 'NOK', { value: 100 }],
  ...['\u0000', '\ud800', '\u202e', 'ß'.repeat(3_000), { $ne: null }, "' OR 1=1 --", '../../etc/passwd'],
  ...[{ toString: 1 }, { length: 1e9 }, Array(200).fill(0), { constructor: { prototype: { admin: 1 } } }],
];
export const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'tip', '', 'a'.repeat(500), 'then'];

/** The calls that take a body, with one that would be right. None of them is ever sent as it is here. */
export const writes: readonly [path: string, body: Record<string, unknown>][] = [
  ['/api/tills/1/payments', { amount, text: 'Tea', lines: [{ name: 'Tea', quantity: 1, amount }] }],
  ['/api/tills/1/agreements', { ...terms, initialCharge: { amount, description: 'First' } }],
  ['/api/tills/1/products', terms],
  ['/api/payments/{reference}/refund', { amount }],
  ['/api/payments/{reference}/capture', { amount }],
  ['/api/payments/{reference}/cancel', {}],
  ['/api/payments/{reference}/release', {}],
  ['/api/payments/{reference}/stop', {}],
  ['/api/session', { name: 'a manager', pin: '12345' }],
  ['/api/set-up', { token: 'x', name: 'Eve', pin: '12345' }],
  ['/api/staff', { name: 'Eve', pin: '12345', role: 'manager' }],
  ['/api/staff/x/pin', { pin: '12345' }],
  ['/api/display', { till: '1' }],
  ['/api/tills/1/displays', { code: '12345' }],
];
export const queries = ['till', 'state', 'from', 'to', 'attention', 'q', 'cursor', 'date', '__proto__', 'x'];
export const values = [
  ...[
    '%00',
    '%',
    '%zz',
    '%ff%fe',
    '',
    '1',
    '%27%3B--',
    '2026-13-01',
    '0000-00-00',
    '%F0%9F%AB%96',
    '%25_%5C',
  ],
  ...['bnVsbA', 'WzEsMl0', 'W10', 'e30', 'WzFlOTk5LCJ4Il0', '1'.repeat(300), '%5B%5D', '+', 'NaN', '1,2'],
];
export const paths = [
  ...[
    '/%2e%2e/%2e%2e/etc/passwd',
    '/api/../api/payments',
    '/api/payments/%00',
    '//evil.example/api/payments',
  ],
  ...[
    '/api/payments/%',
    '/api/payments/%E0%A4%A',
    '/api//payments',
    '/api/payments/..%2f..%2fstaff',
    '/\\..\\',
  ],
  ...[`/api/payments/${'a'.repeat(7_000)}`, '/assets/%2e%2e/%2e%2e/package.json', '/assets/..%5c..%5cx'],
  ...[
    '/api/payments/__proto__',
    '/api/tills/constructor/payment',
    '/api/tills/%2F/payment',
    '/api/payments/;x=1',
  ],
  ...[
    '/cashier/%00',
    '/cashier/%ff',
    '/display/%',
    '/api/displays/%00/identify',
    '/assets/%00',
    '/api/%',
    '/%',
  ],
  ...[
    'http://evil.example/api/payments',
    'http://[::1',
    'http://:80/',
    '*',
    'api',
    '?',
    '/?',
    '#',
    '/api/payments#',
  ],
  ...[
    '/api/payments/é',
    '/api/payments/\t',
    '/api/payments/\x7f',
    '/metrics/%2e',
    '/healthz/..',
    '/API/payments',
  ],
];
export const headerLines = [
  ...[
    'Content-Length: -1',
    'Content-Length: 1e3',
    'Content-Length: 99999999999999999999',
    'Content-Length: 0x10',
  ],
  ...[
    'Content-Length: 5\r\nContent-Length: 6',
    'Transfer-Encoding: chunked\r\nContent-Length: 4',
    'Host: b\r\nHost: c',
  ],
  ...['Transfer-Encoding: identity, chunked', 'Transfer-Encoding: xchunked', 'Transfer-Encoding : chunked'],
  ...[
    'X\x00: 1',
    'X: a\x00b',
    'No colon here',
    ': empty',
    ' folded: 1',
    'X: 1\r\n\tfolded',
    'X: \xff\xfe',
    'X:\n1',
  ],
  ...[
    'Expect: 100-continue',
    'Expect: the moon',
    'Upgrade: h2c\r\nConnection: Upgrade',
    'Connection: , ,',
    'TE: x',
  ],
  ...[
    'Authorization: Bearer',
    'Authorization: Basic Og==',
    'Authorization: \xff',
    `Authorization: Bearer ${'a'.repeat(43)}`,
  ],
  ...[
    'Cookie: ;;;===',
    'Cookie: tillside_session=%',
    'Cookie: __proto__=1; constructor=2',
    `Cookie: ${'a=b; '.repeat(1_000)}`,
  ],
  ...[
    `Cookie: tillside_session=${'é'.repeat(43)}`,
    'If-None-Match: ,,,"',
    'Prefer: wait=-1',
    'Prefer: wait=99999999',
  ],
  ...[
    'Idempotency-Key: ',
    'Idempotency-Key: a b',
    `Idempotency-Key: ${'k'.repeat(300)}`,
    'Range: bytes=9-1,-,x',
  ],
  ...[
    'X-Forwarded-For: \x01',
    'X-Forwarded-Proto: x',
    'Forwarded: for=_',
    'Origin: null',
    'Origin: http://evil.example',
  ],
  ...[
    'Tillside-Screen: display',
    'Accept: ,',
    'Accept-Encoding: *;q=x',
    'If-Modified-Since: x',
    'X-HTTP-Method: PUT',
  ],
  ...[
    `X: ${'a'.repeat(9_000)}`,
    Array.from({ length: 200 }, (_, i) => `X${i}: 1`).join('\r\n'),
    'Content-Encoding: gzip',
  ],
];
export const hosts = [
  '',
  'evil.example',
  '127.0.0.1:99999',
  'a b',
  '[',
  '\xff',
  '127.0.0.1, evil.example',
  'x'.repeat(3_000),
];
export const methods = [
  ...[
    'PUT',
    'PATCH',
    'DELETE',
    'OPTIONS',
    'TRACE',
    'CONNECT',
    'PROPFIND',
    'M-SEARCH',
    'QUERY',
    'HEAD',
    'get',
    'G\x00T',
  ],
  ...['', 'BREW', 'A'.repeat(500), '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
];
export const versions = [
  'HTTP/9.9',
  'HTTP/1.0',
  'HTTP/0.9',
  'HTTP/2.0',
  'HTTPS/1.1',
  'HTTP/1.1.1',
  '',
  'HTTP/1.1 x',
];
export const chunks = [
  ...[
    'zz\r\nx\r\n0\r\n\r\n',
    '-1\r\n',
    'ffffffffffffffff\r\nx',
    '5\r\nab',
    '0\r\nX: 1\r\nContent-Length: 1\r\n\r\n',
  ],
  ...[
    `1;${'e'.repeat(20_000)}\r\nx\r\n0\r\n\r\n`,
    '1\r\nxx\r\n0\r\n\r\n',
    '\r\n\r\n',
    `${'1\r\n{\r\n'.repeat(500)}0\r\n\r\n`,
  ],
];
export const types = [
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonx',
    ';',
    '\xff',
  ],
  ...[
    'application/json; charset=utf-7',
    'application/json; charset=utf-16',
    'application/json; charset="',
    '',
  ],
  ...[
    'application/json;charset=utf-8;charset=x',
    'application/json; a=b; charset=latin1',
    'APPLICATION/JSON',
  ],
];
export const rubbish: readonly (string | Buffer)[] = [
  ...[
    '[',
    '{',
    '"',
    'nul',
    'NaN',
    '[1,]',
    "{'a':1}",
    '{"a":1}{',
    '\ufeff{}x',
    '1',
    '"x"',
    'null',
    'true',
    '\x00',
  ],
  ...[
    '['.repeat(30_000),
    '{"a":'.repeat(9_000),
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    '[[],'.repeat(15_000),
  ],
  ...[
    `{"amount":${'{"amount":'.repeat(5_000)}1${'}'.repeat(5_001)}`,
    '{"__proto__":{"value":1}}',
    '{"a":"\\ud800"}',
  ],
  ...[
    Buffer.from([0xff, 0xfe, 0x00]),
    Buffer.from([0xc3, 0x28, 0xf8]),
    `{"text":"${'x'.repeat(70_000)}"}`,
    '9'.repeat(5_000),
  ],
];
