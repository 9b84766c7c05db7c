// Whether Vipps takes the keys, and which APIs the sales unit has: asked about a payment that is not there, so that none is made.
import type { Config } from '../config/config.ts';
import type { Clock } from '../core/clock.ts';
import { adviceOf, clockAdvice } from '../doctor/advice.ts';
import { refusesTheKeys } from '../doctor/doctor.ts';
import { orderOf, type Trial } from '../doctor/trials.ts';
import type { Failure } from '../doctor/try-out.ts';
import { createWitness } from '../doctor/witness.ts';
import { connectVipps } from '../vipps/connect.ts';
import { causesOf } from '../vipps/gateway.ts';
import type { createExchange } from '../vipps/http/connection.ts';
import { isVippsError, VippsRejected } from '../vipps/http/errors.ts';

export const salesApis = ['epayment', 'ecom'] as const;
export type SalesApi = (typeof salesApis)[number];

export type Checked = {
  /** `unknown`: nobody could be asked. */
  keys: 'accepted' | 'refused' | 'unknown';
  /** Which APIs answer to this sales unit. */
  apis: SalesApi[];
  /** What is wrong, in the doctor's words. */
  said: string[];
};

export type CheckDeps = {
  /** Real connections, closed at the end. */
  line: ReturnType<typeof createExchange>;
  clock: Clock;
  random: () => number;
  version: string;
  newReference: () => string;
};

/** Vipps has heard the call, and said no to it. */
const isRefused = ({ error }: Failure) =>
  [...causesOf(error)].some((cause) => cause instanceof VippsRejected);

/** @param config of the shop whose first sales unit is asked about. */
export async function checkVipps(config: Config, deps: CheckDeps): Promise<Checked> {
  const { clock, random, version, newReference, line } = deps;
  const witness = createWitness(line.exchange, clock);
  const observe = () => undefined;
  const { gateway, close } = connectVipps(
    config,
    { clock, random, version, observe },
    { exchange: witness.exchange, close: line.close },
  );
  const {
    id: shop,
    credentials,
    variables,
  } = config.shops[0] ?? { id: '', credentials: null, variables: [] };
  const msn = credentials?.merchantSerialNumber ?? '';
  const surroundings = { environment: config.environment, proxy: config.network.proxy?.url.host ?? null };

  /** Null when the API answers. */
  async function failureOf(trial: Trial): Promise<Failure | null> {
    try {
      await gateway.poll(orderOf(trial, newReference()));
      return null;
    } catch (error) {
      if (!isVippsError(error)) throw error;
      return { error, heard: witness.last() };
    }
  }

  const checked: Checked = { keys: 'unknown', apis: [], said: [] };
  try {
    for (const api of salesApis) {
      const trial: Trial = { shop, msn, api, currency: 'NOK', variables };
      const failure = await failureOf(trial);
      if (failure === null) checked.apis.push(api);
      else checked.said.push(adviceOf(failure, trial, surroundings));
      if (failure !== null && refusesTheKeys(failure))
        return { keys: 'refused', apis: [], said: checked.said };
      if (failure === null || isRefused(failure)) checked.keys = 'accepted';
      else break;
    }
  } finally {
    await close();
  }
  const wrongClock = clockAdvice(witness.aheadMs());
  if (wrongClock !== null) checked.said.push(wrongClock);
  return checked;
}
