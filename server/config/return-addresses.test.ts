// Where a customer's phone lands, and where Vipps calls back, when little or nothing is said of it.
import { describe, expect, test } from 'vitest';
import { config, credentials, problems, urls } from '../testing/config.ts';

const returns = (env: Record<string, string>) => {
  const { fallbackUrl, callbackUrl, agreementUrl } = config({ ...credentials, ...env });
  return [fallbackUrl, callbackUrl, agreementUrl];
};
const ofVipps = 'https://vippsmobilepay.com/';

describe('a shop', () => {
  test.each(['ecom', 'epayment'])('needs its four credentials and nothing else: %s', (api) => {
    expect(returns({ VIPPS_API: api })).toEqual([ofVipps, ofVipps, ofVipps]);
    expect(config({ ...credentials, VIPPS_API: api }).tills).toMatchObject([{ subscriptions: false }]);
  });

  test('that has given its server a name has all three there', () => {
    for (const name of ['https://till.shop.no', 'https://till.shop.no:8443']) {
      expect(returns({ PUBLIC_URL: name })).toEqual([
        `${name}/thank-you`,
        `${name}/api/callbacks/ecom`,
        `${name}/thank-you`,
      ]);
    }
  });

  test.each([
    'https://till.local',
    'https://till',
    'https://till.shop.lan',
    'https://till.home.arpa',
    'https://192.168.1.5',
    'https://[fd00::1]',
    'https://localhost',
    'http://localhost:3000',
  ])('whose name only its own network knows, %s, has none of them there', (name) => {
    expect(returns({ PUBLIC_URL: name })).toEqual([ofVipps, ofVipps, ofVipps]);
  });

  test('may set each by hand, and then that is what counts', () => {
    const own = { ...urls, AGREEMENT_URL: 'https://shop.example/mine' };
    expect(returns({ PUBLIC_URL: 'https://till.shop.no', ...own })).toEqual(Object.values(own));
    expect(returns({ PUBLIC_URL: 'https://till.shop.no', FALLBACK_URL: urls.FALLBACK_URL })).toEqual([
      urls.FALLBACK_URL,
      'https://till.shop.no/api/callbacks/ecom',
      urls.FALLBACK_URL,
    ]);
    expect(problems({ ...credentials, PUBLIC_URL: 'https://till.shop.no', FALLBACK_URL: 'x' })).toHaveLength(
      1,
    );
  });

  test('signs up subscribers where it says so, and has a page of its own for them', () => {
    const tills = [{ id: '1', name: 'Bar', subscriptions: true }];
    const named = { ...credentials, PUBLIC_URL: 'https://till.shop.no' };
    expect(config(named, tills).tills).toMatchObject([{ subscriptions: true }]);
    expect(config(named).tills).toMatchObject([{ subscriptions: false }]);
    expect(problems({ ...credentials, PUBLIC_URL: 'https://till.local' }, tills)).toEqual([
      'TILLS_FILE: till 1: subscriptions need FALLBACK_URL, or a PUBLIC_URL on the Internet.',
    ]);
  });
});
