// Tills and shops: whose a till is, how it sells, and with which credentials.
import { describe, expect, test } from 'vitest';
import { config, credentials, problems, shop, urls } from '../testing/config.ts';

describe('the tills', () => {
  const till = { id: 'bar-1', name: 'Bar' };
  test('come from TILLS_FILE, with what goes without saying', () => {
    const given = [till, { id: '2', name: ' Door ', msn: '11111', locale: 'nb-NO', brand: 'mobilepay' }];
    const common = {
      shop: 'shop',
      subscriptions: true,
      currency: 'NOK',
      environment: 'test',
      logo: null,
      timeZone: 'Europe/Oslo',
      dayEndsAt: 0,
      picture: null,
      seller: null,
      languages: ['nb', 'da', 'sv', 'fi', 'en'],
      idleText: {},
      printsSlip: false,
    };
    const { tills, salesUnits } = config(shop, given);
    expect(tills).toEqual([
      { ...till, ...common, locale: 'en-NO', brand: 'vipps' },
      { id: '2', name: 'Door', ...common, locale: 'nb-NO', brand: 'mobilepay' },
    ]);
    expect([...salesUnits]).toEqual([
      ['bar-1', { shop: 'shop', msn: '654321', api: 'ecom' }],
      ['2', { shop: 'shop', msn: '11111', api: 'ecom' }],
    ]);
  });

  test.each<[string, unknown, string]>([
    ['not JSON', '[', 'TILLS_FILE: tills.json, line 1, column 2: the file ends where a value'],
    ['no list', { tills: [] }, 'TILLS_FILE: Invalid input'],
    ['empty', [], 'TILLS_FILE: Too small'],
    ['without names', [{ id: '1' }], 'TILLS_FILE: 0.name: Invalid input'],
    [
      'with unknown settings',
      [{ ...till, colour: 'red' }],
      'TILLS_FILE: 0: "colour" is not a field of a till.',
    ],
    [
      'with a field that is misspelt',
      [{ ...till, curency: 'DKK' }],
      'TILLS_FILE: 0: "curency" is not a field of a till; did you mean "currency"?',
    ],
    [
      'with a needed field that is misspelt',
      [{ id: '1', Name: 'Bar' }],
      'TILLS_FILE: 0: "Name" is not a field of a till; did you mean "name"?',
    ],
    [
      'with ids that are no part of an address',
      [{ ...till, id: 'a/b' }],
      'TILLS_FILE: 0.id: letters, digits',
    ],
    ['with an msn that is none', [{ ...till, msn: '1' }], 'TILLS_FILE: 0.msn: 5-6 digits'],
    [
      'with a locale that is none',
      [{ ...till, locale: '?' }],
      'TILLS_FILE: 0.locale: a locale such as nb-NO',
    ],
    ['with a brand that is none', [{ ...till, brand: 'x' }], 'TILLS_FILE: 0.brand: '],
    ['in a currency that is none', [{ ...till, currency: 'USD' }], 'TILLS_FILE: 0.currency: '],
    [
      'in a currency that eCom has not',
      [{ ...till, currency: 'DKK' }],
      'TILLS_FILE: till bar-1: eCom sells in',
    ],
    ['with one id twice', [till, till], 'TILLS_FILE: every till needs an id of its own.'],
    ['over an API that is none', [{ ...till, api: 'recurring' }], 'TILLS_FILE: 0.api: '],
    [
      'of a shop that no variable can name',
      [{ ...till, shop: 'a_b' }],
      'TILLS_FILE: 0.shop: letters, digits',
    ],
    [
      'of shops that differ by capitals alone',
      [
        { ...till, shop: 'oslo' },
        { ...till, id: '2', shop: 'Oslo' },
      ],
      'TILLS_FILE: shops are told apart by more than capital letters.',
    ],
  ])('cannot be %s', (_, tills, sentence) => {
    const said = problems(shop, tills);
    expect(said).toHaveLength(1);
    expect(said[0]?.startsWith(sentence), said[0]).toBe(true);
  });

  test('cannot be in a file that cannot be read', () => {
    expect(problems({ ...shop, TILLS_FILE: 'gone.json' })).toEqual([
      'TILLS_FILE: gone.json cannot be read (ENOENT). It accepts a JSON file with a list of tills.',
    ]);
  });

  test('sell each over an API and in a currency of their own', () => {
    const given = [
      { ...till, api: 'epayment', currency: 'DKK' },
      { id: '2', name: 'Door', currency: 'NOK' },
    ];
    const { tills, salesUnits } = config(shop, given);
    expect(tills).toMatchObject([{ currency: 'DKK' }, { currency: 'NOK' }]);
    expect([...salesUnits.values()]).toMatchObject([{ api: 'epayment' }, { api: 'ecom' }]);
  });

  test('sign up subscribers only with a page for them to come back to', () => {
    const onlyEpayment = { ...credentials, VIPPS_API: 'epayment' };
    expect(config(onlyEpayment, [till]).tills).toMatchObject([{ subscriptions: false }]);
    expect(config({ ...onlyEpayment, ...urls }, [till]).tills).toMatchObject([{ subscriptions: true }]);
    expect(config(shop, [{ ...till, subscriptions: false }]).tills).toMatchObject([{ subscriptions: false }]);
    expect(problems(onlyEpayment, [{ ...till, subscriptions: true }])).toEqual([
      'TILLS_FILE: till bar-1: subscriptions need FALLBACK_URL, or a PUBLIC_URL on the Internet.',
    ]);
  });
});

describe('the shops', () => {
  const oslo = { id: '1', name: 'Oslo', shop: 'oslo' };
  const aarhus = { id: '2', name: 'Aarhus', shop: 'aarhus-c', api: 'epayment', currency: 'DKK' };
  const own = {
    VIPPS_CLIENT_ID_AARHUS_C: 'canary-client-2',
    VIPPS_CLIENT_SECRET_AARHUS_C: 'canary-secret-2',
    VIPPS_SUBSCRIPTION_KEY_AARHUS_C: 'canary-key-2',
    VIPPS_MSN_AARHUS_C: '22222',
  };

  test('share one set of credentials, each with a sales unit of its own (partner keys)', () => {
    const { shops, salesUnits } = config({ ...shop, VIPPS_MSN_AARHUS_C: '22222' }, [oslo, aarhus]);
    expect(shops).toMatchObject([
      { id: 'oslo', credentials: { clientId: 'canary-client', merchantSerialNumber: '654321' } },
      { id: 'aarhus-c', credentials: { clientId: 'canary-client', merchantSerialNumber: '22222' } },
    ]);
    expect([...salesUnits.values()]).toEqual([
      { shop: 'oslo', msn: '654321', api: 'ecom' },
      { shop: 'aarhus-c', msn: '22222', api: 'epayment' },
    ]);
  });

  test('or have credentials of their own', () => {
    const { shops } = config({ ...shop, ...own }, [oslo, aarhus]);
    expect(shops.map(({ credentials: { clientSecret } }) => clientSecret)).toEqual([
      'canary-secret',
      'canary-secret-2',
    ]);
  });

  test('need none in common when each has its own', () => {
    expect(config({ ...own, ...urls }, [aarhus]).shops).toHaveLength(1);
  });

  test.each(Object.keys(own))('of which one lacks %s do not start', (missing) => {
    const said = problems({ ...shop, ...own, [missing]: undefined }, [oslo, aarhus]);
    expect(said).toEqual([`${missing} is not set; it accepts the value from portal.vippsmobilepay.com.`]);
  });

  test.each(Object.entries(own))('do not slip into the demo when only %s is set', (name, value) => {
    const said = problems({ ...urls, [name]: value }, [aarhus]);
    expect(said.length).toBeGreaterThan(0);
    expect(said.join()).not.toContain(value);
  });

  test('[P7] a credential of a shop that has no till is a mistake, and is not shown', () => {
    expect(problems({ ...shop, VIPPS_CLIENT_SECRET_BERGEN: 'canary-3' }, [oslo])).toEqual([
      'VIPPS_CLIENT_SECRET_BERGEN is set, but no till is of that shop.',
    ]);
  });

  test('are as many in the demo, with its credentials and their own sales units', () => {
    const { shops, salesUnits } = config({}, [oslo, { ...aarhus, msn: '22222' }]);
    expect(shops.map(({ id }) => id)).toEqual(['oslo', 'aarhus-c']);
    expect([...salesUnits.values()].map(({ msn }) => msn)).toEqual(['123456', '22222']);
  });
});
