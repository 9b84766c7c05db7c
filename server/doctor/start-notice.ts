// What a start says when Vipps MobilePay is not reached, in the doctor's words. Pure.
import type { Config } from '../config/config.ts';
import type { Keys } from '../vipps/connect.ts';
import { connectionAdvice } from './connection-advice.ts';

/** @returns nothing where Vipps has answered, whatever it said. */
export function notReachedNotice(
  keys: readonly Keys[],
  { environment, baseUrl, network }: Pick<Config, 'environment' | 'baseUrl' | 'network'>,
): string[] {
  const code = keys.find((one) => one.code !== undefined)?.code;
  if (code === undefined || environment === 'demo') return [];
  const heard = { host: baseUrl.host, status: null, isPage: false };
  const advice = connectionAdvice(code, heard, network.proxy?.url.host ?? null);
  return [`Vipps MobilePay is not reached, and nothing can be sold until it is. ${advice}`];
}
