// All ways to sell that a configuration has, tried out one after the other.
import type { Config } from '../config/config.ts';
import type { Clock } from '../core/clock.ts';
import { connectVipps } from '../vipps/connect.ts';
import { causesOf } from '../vipps/gateway.ts';
import { tokenPath } from '../vipps/http/access-token.ts';
import type { createExchange } from '../vipps/http/connection.ts';
import { VippsRejected } from '../vipps/http/errors.ts';
import type { OnOdd } from '../vipps/http/odd-answers.ts';
import { adviceOf, apiNames, clockAdvice, type Surroundings } from './advice.ts';
import { imageHostAdvice } from './image-host.ts';
import { orderOf, type Trial, trialsOf } from './trials.ts';
import { type Failure, type Outcome, tryOut } from './try-out.ts';
import { createWitness } from './witness.ts';

export type DoctorDeps = {
  config: Config;
  /** Real connections, closed at the end. */
  line: ReturnType<typeof createExchange>;
  clock: Clock;
  random: () => number;
  version: string;
  newReference: () => string;
  /** Told each sentence as soon as it is known. */
  say: (line: string) => void;
  /** Aborts: nothing more is started, and what was is closed. */
  signal: AbortSignal;
};

const titleOf = ({ shop, msn, api }: Trial, shops: readonly unknown[]) =>
  `${shops.length > 1 ? `${shop}, ` : ''}sales unit ${msn}, ${apiNames[api]}`;

const hindered = ({ api }: Trial) =>
  api === 'recurring' ? 'no subscriber can be signed up.' : 'nothing can be sold.';

/** Vipps took none of the keys, so that it is no use to try anything else with them. */
export function refusesTheKeys({ error }: Failure): boolean {
  return [...causesOf(error)].some((cause) => cause instanceof VippsRejected && cause.path === tokenPath);
}

function leftSentence({ left }: Outcome, reference: string): string | null {
  const lapses = 'Nobody has been shown its code, and it lapses by itself within 10 minutes.';
  if (left === 'unnamed') {
    return `It is not known whether the agreement ${reference} was made: Vipps MobilePay has not said what it is called. ${lapses}`;
  }
  return left === 'nothing'
    ? null
    : `Vipps MobilePay has not accepted that the payment ${reference} is cancelled. ${lapses} Look it up on portal.vippsmobilepay.com.`;
}

/**
 * Makes one payment of the least amount in each way that this configuration has, fetches its code, and cancels it.
 * @returns whether a till could sell in all of them, and nothing is left behind.
 */
export async function examine(deps: DoctorDeps): Promise<boolean> {
  const { config, clock, random, version, say, signal } = deps;
  const witness = createWitness(deps.line.exchange, clock);
  const observe = () => undefined;
  const line = { exchange: witness.exchange, close: deps.line.close };
  const onOdd: OnOdd = ({ call, what }) => say(`Odd, but no hindrance, in the answer to ${call}: ${what}.`);
  const { gateway, close } = connectVipps(config, { clock, random, version, observe, onOdd }, line);
  const surroundings: Surroundings = {
    environment: config.environment,
    proxy: config.network.proxy?.url.host ?? null,
  };
  const refused = new Set<string>();
  let isWell = true;
  let hasFetchedCode = false;

  async function examineOne(trial: Trial): Promise<void> {
    const reference = deps.newReference();
    const outcome = await tryOut(orderOf(trial, reference), { gateway, witness, clock }, signal);
    const { failure } = outcome;
    const title = titleOf(trial, config.shops);
    if (failure !== null && refusesTheKeys(failure)) refused.add(trial.variables.join());
    const left = leftSentence(outcome, reference);
    if (failure !== null) say(`${title}: ${hindered(trial)} ${adviceOf(failure, trial, surroundings)}`);
    else if (left === null) say(`${title}: good. A payment got its code and was cancelled.`);
    if (left !== null) say(`${title}: ${left}`);
    isWell &&= failure === null && left === null;
    hasFetchedCode ||= failure === null;
  }

  try {
    for (const trial of trialsOf(config)) {
      if (!signal.aborted && !refused.has(trial.variables.join())) await examineOne(trial);
    }
    if (!hasFetchedCode && !signal.aborted) {
      for (const advice of await imageHostAdvice(config, witness, signal)) say(advice);
    }
  } finally {
    await close();
  }
  const wrongClock = clockAdvice(witness.aheadMs());
  if (wrongClock !== null) say(wrongClock);
  return isWell && wrongClock === null && !signal.aborted;
}
