import { describe, expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

const secret = 'hush';
const account = { clientId: 'b-client', clientSecret: secret, subscriptionKey: 'b-key', msn: '222222' };
const accounts = (more: object) => JSON.stringify([{ ...account, ...more }]);

describe('the environment of a simulator that runs alone', () => {
  test('may say nothing: then there is the one account of the demo', () => {
    const demo = {
      clientId: 'demo-client',
      clientSecret: 'demo-secret',
      subscriptionKey: 'demo-key',
      msn: '123456',
    };
    const expected = { credentials: demo, salesUnits: [], others: [], host: '127.0.0.1', port: 3001 };
    expect(readEnvironment({})).toEqual(expected);
    expect(readEnvironment({ SIMULATOR_SALES_UNITS: ' ', SIMULATOR_ACCOUNTS: '' })).toEqual(expected);
  });

  test('names further sales units of the first account', () => {
    const { salesUnits } = readEnvironment({ SIMULATOR_SALES_UNITS: '654321, 65432' });
    expect(salesUnits).toEqual(['654321', '65432']);
  });

  test('names further accounts, with or without further sales units', () => {
    const second = { ...account, subscriptionKey: 'c-key', salesUnits: ['333333'] };
    const { others } = readEnvironment({ SIMULATOR_ACCOUNTS: JSON.stringify([account, second]) });
    expect(others).toEqual([
      { credentials: account, salesUnits: [] },
      { credentials: { ...account, subscriptionKey: 'c-key' }, salesUnits: ['333333'] },
    ]);
  });

  test.each([
    ['SIMULATOR_SALES_UNITS', `654321,${secret}`, /^SIMULATOR_SALES_UNITS takes MSNs .*; number 2 is none$/],
    ['SIMULATOR_SALES_UNITS', '1234', /number 1 is none$/],
    ['SIMULATOR_SALES_UNITS', '1234567', /number 1 is none$/],
    ['SIMULATOR_SALES_UNITS', '654321,', /number 2 is none$/],
    [
      'SIMULATOR_ACCOUNTS',
      `[{"clientSecret":"${secret}"`,
      /^SIMULATOR_ACCOUNTS is wrong at its beginning; it takes JSON/,
    ],
    ['SIMULATOR_ACCOUNTS', `{"clientSecret":"${secret}"}`, /is wrong at its beginning;/],
    ['SIMULATOR_ACCOUNTS', accounts({ msn: secret }), /is wrong at 0\.msn;/],
    ['SIMULATOR_ACCOUNTS', accounts({ clientId: undefined }), /is wrong at 0\.clientId;/],
    ['SIMULATOR_ACCOUNTS', accounts({ subscriptionKey: '' }), /is wrong at 0\.subscriptionKey;/],
    ['SIMULATOR_ACCOUNTS', accounts({ salesUnits: ['12345', secret] }), /is wrong at 0\.salesUnits\.1;/],
    ['SIMULATOR_ACCOUNTS', accounts({ [secret]: 1 }), /is wrong at 0;/],
  ])('with a bad %s is refused in one sentence, without a secret: %s', (name, value, sentence) => {
    const read = () => readEnvironment({ [name]: value });
    expect(read).toThrow(sentence);
    expect(read).not.toThrow(secret);
    expect(read).not.toThrow('\n');
  });
});
