// What the server would say of one setting, so that setup and the start refuse the same in the same words.
import { ConfigError, toConfig } from '../../config/config.ts';
import { writtenValue } from '../files/env-text.ts';

/** Credentials that open nothing, so that only the setting itself can be wrong. */
const elsewiseGood = {
  VIPPS_ENVIRONMENT: 'test',
  VIPPS_CLIENT_ID: 'x',
  VIPPS_CLIENT_SECRET: 'x',
  VIPPS_SUBSCRIPTION_KEY: 'x',
  VIPPS_MSN: '123456',
};

const noFile = (): string => {
  throw new Error('nothing here names a file');
};

/** @returns the value, or the server's sentence about it. */
export function checkSetting(name: string, value: string): { value: string } | { wrong: string } {
  if (writtenValue(value) === null)
    return { wrong: `${name} holds characters that no line of .env can hold.` };
  try {
    toConfig({ ...elsewiseGood, [name]: value }, noFile);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const said = error.message.split('\n').find((line) => line.startsWith(name));
    if (said !== undefined) return { wrong: said };
  }
  return { value };
}
