// What a cashier, or the till's own program, asks of the server: charge, cancel, capture, refund.
import { setTimeout as sleep } from 'node:timers/promises';
import { becomesTrue } from '../../shop/waiting.ts';
import type { PartTold } from '../compare/ledgers.ts';
import type { Part, SalePlan } from '../plan/sales.ts';
import type { Answer } from './round-shop.ts';
import type { OnScreen } from './screens.ts';
import { againMs, codeOf, insist, krone, type ShopFloor } from './shop-floor.ts';

/** Of a subscriber: never charged in a round. */
const monthlyMinor = 9_900;

export const isOf = (sale: SalePlan) => (shown: OnScreen | null) => shown?.text.startsWith(sale.id) === true;

/** Charges, as often and as hastily as planned. */
export async function charge(floor: ShopFloor, till: string, sale: SalePlan): Promise<void> {
  await floor.marks.enter('starting');
  const all = [chargeOnce(floor, till, sale, sale.id)];
  if (sale.charge === 'twice') all.push(chargeOnce(floor, till, sale, sale.id));
  if (sale.charge === 'rival') all.push(chargeOnce(floor, till, sale, `${sale.id}-rival`));
  await Promise.all(all);
}

/** @param key also what the customer reads, so that both ledgers name the request that a payment came from. */
export async function chargeOnce(floor: ShopFloor, till: string, sale: SalePlan, key: string): Promise<void> {
  const { what, body: wanted } = wantedOf(sale, key);
  const request = { body: wanted, headers: { 'idempotency-key': key } };
  const ask = () => floor.shop.call('POST', `/tills/${till}/${what}`, request);
  let answer = await insist(floor, ask, sale.insists);
  // The sale before is not over yet; of two rivals, one has to lose.
  while (answer !== null && codeOf(answer) === 'till_busy' && sale.charge !== 'rival') {
    if (floor.over.aborted) break;
    await sleep(againMs);
    answer = await insist(floor, ask, sale.insists);
  }
  if (answer === null) return;
  const { status, body } = answer;
  const reference = status === 201 ? String(body['reference']) : null;
  floor.told.charges.push({ sale: key, status, reference });
}

/** What the customer is asked for, and what it is called in the API. */
function wantedOf({ kind, amount }: SalePlan, text: string) {
  if (kind === 'sale') return { what: 'payments', body: { amount: krone(amount), text } };
  const terms = {
    product: { name: text },
    pricing: { amount: krone(monthlyMinor) },
    interval: { unit: 'MONTH', count: 1 },
  };
  const first = kind === 'free' ? {} : { initialCharge: { amount: krone(amount), description: text } };
  return { what: 'agreements', body: { ...terms, ...first } };
}

/** Changes their mind after a while, whatever has become of the sale by then. */
export async function cancelLater(
  floor: ShopFloor,
  till: string,
  sale: SalePlan,
  afterMs: number,
): Promise<void> {
  await sleep(afterMs);
  const shown = floor.screens.now(till);
  if (isOf(sale)(shown) && shown !== null) await cancel(floor, shown.reference);
}

export async function cancel(floor: ShopFloor, reference: string): Promise<void> {
  const ask = () => floor.shop.call('POST', `/payments/${reference}/cancel`);
  const answer = await insist(floor, ask, true);
  if (answer?.status === 200) floor.told.cancels.push({ reference, atMs: Date.now() });
}

/** Captures by hand and refunds, each under its own key. */
export async function settle(floor: ShopFloor, sale: SalePlan, reference: string): Promise<void> {
  for (const part of sale.captures) {
    await floor.marks.enter('capturing');
    await move(floor, sale, reference, 'capture', part);
  }
  if (sale.refunds.length === 0) return;
  const isCaptured = async () =>
    floor.over.aborted ||
    (await floor.shop.call('GET', `/payments/${reference}`))?.body['capture'] === 'captured';
  await becomesTrue(isCaptured, 8_000, 60);
  for (const part of sale.refunds) {
    await floor.marks.enter('refunding');
    await move(floor, sale, reference, 'refund', part);
  }
}

/** Ends the subscription again. */
export async function stop(floor: ShopFloor, { id, insists }: SalePlan, reference: string): Promise<void> {
  const headers = { 'idempotency-key': `${id}-stop` };
  const ask = () => floor.shop.call('POST', `/payments/${reference}/stop`, { headers });
  floor.told.stops.push({ reference, told: toldBy(await insist(floor, ask, insists)) });
}

function toldBy(answer: Answer | null): PartTold['told'] {
  if (answer === null) return 'nothing';
  return answer.status === 200 ? 'done' : answer.status === 503 ? 'stored' : 'refused';
}

async function move(
  floor: ShopFloor,
  { insists }: SalePlan,
  reference: string,
  kind: 'capture' | 'refund',
  { key, amount, again }: Part,
): Promise<void> {
  const request = { body: { amount: krone(amount) }, headers: { 'idempotency-key': key } };
  const ask = () => floor.shop.call('POST', `/payments/${reference}/${kind}`, request);
  const answers = [await insist(floor, ask, insists)];
  if (again) answers.push(await insist(floor, ask, insists));
  const told = toldBy(answers.findLast((answer) => answer !== null) ?? null);
  floor.told.parts.push({ reference, kind, key, amount, told });
}
