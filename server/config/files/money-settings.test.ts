// [P3] A name that is nearly one that decides on money: what was meant is not read, and money would move against the shop's will.
import { describe, expect, test } from 'vitest';
import { aFolderWith } from '../../testing/files/written-files.ts';
import { configOf } from '../config.ts';
import { EnvReader } from '../env-reader.ts';
import { readSettings } from '../settings.ts';
import { moneySettings } from './unknown-names.ts';

const credentials = {
  VIPPS_CLIENT_ID: 'canary-client',
  VIPPS_CLIENT_SECRET: 'canary-secret',
  VIPPS_SUBSCRIPTION_KEY: 'canary-key',
  VIPPS_MSN: '654321',
};

/** What a shop is told that has these lines in `.env`: what stops the start, or the warnings. */
function told(lines: string, env: Record<string, string> = {}) {
  const folder = aFolderWith({ '.env': `${lines}\n`, tills: '[{"id":"1","name":"Kasse"}]' });
  try {
    const { warnings } = readSettings({ ...credentials, ...env }, folder);
    return { starts: true, said: warnings.join() };
  } catch (error) {
    return { starts: false, said: (error as Error).message };
  }
}

describe('[P3] nothing is started', () => {
  test.each([
    ['CAPTUR', 'CAPTURE'],
    ['VIPPS_CAPTURE', 'CAPTURE'],
    ['capture', 'CAPTURE'],
    ['VIPPS_ENVIROMENT', 'VIPPS_ENVIRONMENT'],
    ['VIPPS_ENV', 'VIPPS_ENVIRONMENT'],
    ['vipps_environment', 'VIPPS_ENVIRONMENT'],
    ['ENVIRONMENT', 'VIPPS_ENVIRONMENT'],
    ['VIPPS_BASEURL', 'VIPPS_BASE_URL'],
    ['TILL_FILE', 'TILLS_FILE'],
    ['CASHIER_REFUND_LIMITS', 'CASHIER_REFUND_LIMIT'],
    ['CASHIER_REFUND_LIMIT_PERDAY', 'CASHIER_REFUND_LIMIT_PER_DAY'],
    ['CAPTURE_OSLO', 'CAPTURE'],
    ['CASHIER_REFUND_LIMIT_OSLO', 'CASHIER_REFUND_LIMIT'],
    ['REFUND_APROVAL_ABOVE', 'REFUND_APPROVAL_ABOVE'],
  ])('with %s in .env', (name, meant) => {
    expect(told(`${name}=canary`)).toEqual({
      starts: false,
      said: `.env, line 1: ${name} is not a setting of Tillside; did you mean ${meant}? ${meant} decides on money: set it, to have it start.`,
    });
  });

  test('with one that begins like ours in the environment', () => {
    expect(told('', { CASHIER_REFUND_LIMT: '0' })).toMatchObject({
      starts: false,
      said: expect.stringMatching(/^CASHIER_REFUND_LIMT in the environment .* CASHIER_REFUND_LIMIT decides/),
    });
  });

  test('where the other name is set to nothing, which is not set', () => {
    expect(told('CAPTURE=\nCAPTUR=manual')).toMatchObject({ starts: false });
  });

  test('whatever else is wrong, which is told too', () => {
    const { said } = told('CAPTUR=manual\nPORT=x\nCOMPANY=x');
    expect(said.split('\n')).toEqual([
      expect.stringMatching(/^PORT is "x"/),
      expect.stringMatching(/CAPTUR is not a setting/),
      '.env, line 3: COMPANY is not a setting of Tillside.',
    ]);
  });
});

describe('it is started, with a warning', () => {
  test('where the one that was meant is set too, so that what the shop wants is known', () => {
    expect(told('CAPTURE=auto\nCAPTUR=manual')).toEqual({
      starts: true,
      said: '.env, line 2: CAPTUR is not a setting of Tillside; did you mean CAPTURE?',
    });
    expect(told('ENVIRONMENT=live', { VIPPS_ENVIRONMENT: 'test' })).toMatchObject({ starts: true });
  });

  test('where it is near to a setting that does not decide on money', () => {
    expect(told('TIMEZONE=Europe/Oslo')).toMatchObject({
      starts: true,
      said: expect.stringContaining('did you mean TIME_ZONE?'),
    });
  });
});

test('each setting that decides on money is one', () => {
  const read = new EnvReader({ ...credentials, VIPPS_ENVIRONMENT: 'test' });
  configOf(read, () => '');
  expect(moneySettings.filter((name) => !read.knows(name))).toEqual([]);
});
