import { Counter } from '../shop/counter.ts';

/** What Vipps takes for an answer, in milliseconds. */
export const vippsAnswersMs = 50;

/** Two tills: one is the shop's, at the other the baselines sell. */
export async function openCounter(): Promise<Counter> {
  const counter = await Counter.open({ LOG_LEVEL: 'info' }, { tills: 2 });
  await counter.shop.vipps.answersTake(vippsAnswersMs);
  return counter;
}
