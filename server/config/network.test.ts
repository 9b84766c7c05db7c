import { describe, expect, test } from 'vitest';
import { type Env, EnvReader } from './env-reader.ts';
import { readAccess } from './network.ts';

const none = {
  host: '127.0.0.1',
  publicUrl: null,
  tls: null,
  isHttps: false,
  isBehindProxy: false,
  trustedProxies: [],
  cashierRefundUpTo: 0,
  cashierRefundUpToADay: 0,
  refundApprovalAbove: null,
};

test('with nothing set the server is for this machine only, and only managers refund', () => {
  expect(readAccess(new EnvReader({}))).toEqual(none);
});

describe('each setting', () => {
  test.each<[Env, object]>([
    [{ HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    [
      { PUBLIC_URL: 'https://till.example' },
      { publicUrl: new URL('https://till.example'), isHttps: true, isBehindProxy: true },
    ],
    [{ TRUSTED_PROXIES: '127.0.0.1, fd00::/8' }, { trustedProxies: ['127.0.0.1', 'fd00::/8'] }],
    [{ CASHIER_REFUND_LIMIT: '50000' }, { cashierRefundUpTo: 50_000, cashierRefundUpToADay: 500_000 }],
    [
      { CASHIER_REFUND_LIMIT: '50000', CASHIER_REFUND_LIMIT_PER_DAY: '60000' },
      { cashierRefundUpTo: 50_000, cashierRefundUpToADay: 60_000 },
    ],
    [{ REFUND_APPROVAL_ABOVE: '0' }, { refundApprovalAbove: 0 }],
    [{ REFUND_APPROVAL_ABOVE: '100000' }, { refundApprovalAbove: 100_000 }],
  ])('is taken: %j', (env, wanted) => {
    const read = new EnvReader(env);
    expect(readAccess(read)).toEqual({ ...none, ...wanted });
    expect(read.problems).toEqual([]);
  });

  test.each<[Env, string]>([
    [
      { HOST: 'till.example' },
      'HOST is "till.example"; it accepts an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.',
    ],
    [
      { PUBLIC_URL: 'http://till.example' },
      'PUBLIC_URL is "http:"; it accepts an https address, or http on a loopback one.',
    ],
    [
      { PUBLIC_URL: 'https://till.example/shop' },
      'PUBLIC_URL is "https://till.example/shop"; it accepts an address without a path.',
    ],
    ...['proxy.example', '10.0.0.0/33', '127.0.0.1,', '10.0.0.1/8/8'].map((proxies): [Env, string] => [
      { TRUSTED_PROXIES: proxies },
      `TRUSTED_PROXIES is "${proxies}"; it accepts addresses or subnets separated by commas, such as 127.0.0.1 or 10.0.0.0/8.`,
    ]),
    ...['-1', '1.5', '100 kr', '65000001'].map((limit): [Env, string] => [
      { CASHIER_REFUND_LIMIT: limit },
      `CASHIER_REFUND_LIMIT is "${limit}"; it accepts minor units (øre, cents) in digits, at most 65000000; 0 has a manager approve all of it.`,
    ]),
    [
      { REFUND_APPROVAL_ABOVE: 'none' },
      'REFUND_APPROVAL_ABOVE is "none"; it accepts minor units (øre, cents) in digits, at most 65000000; 0 has a manager approve all of it.',
    ],
  ])('is refused in a sentence: %j', (env, sentence) => {
    const read = new EnvReader(env);
    readAccess(read);
    expect(read.problems).toEqual([sentence]);
  });
});
