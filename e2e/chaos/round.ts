// One round: a shop of its own, trouble as planned, healing, and the comparison of what is left.
import type { VippsHost } from '../shop/programs/vipps-host.ts';
import { becomesTrue } from '../shop/waiting.ts';
import { compare } from './compare/compare.ts';
import {
  type Disagreement,
  type Evidence,
  finalStates,
  isOfRound,
  type OurPayment,
  type TheirOrder,
} from './compare/ledgers.ts';
import { longestDelayMs } from './plan/faults.ts';
import type { RoundPlan } from './plan/plan.ts';
import { cancel } from './shop/cashier.ts';
import { heal } from './shop/healing.ts';
import { carryOut, count, type Kills, Marks } from './shop/killer.ts';
import { ordersAt } from './shop/orders.ts';
import { tend } from './shop/people.ts';
import { RoundShop } from './shop/round-shop.ts';
import { Screens } from './shop/screens.ts';
import type { ShopFloor } from './shop/shop-floor.ts';

export type RoundResult = {
  plan: RoundPlan;
  kills: Kills;
  /** What bank, portal, app and Vipps have done: see plan/world.ts. */
  world: readonly string[];
  evidence: Evidence;
  disagreements: Disagreement[];
  /** What the server has logged about the payments that are disagreed about. */
  log: string[];
  tookMs: number;
};

const peopleStayMs = 25_000;
/** The first polls after the last start, and the release or refund that they lead to. */
const agreedWithinMs = 60_000;

/**
 * @param host begins anew for the round.
 * @throws when something did not even come to a comparison: a server that does not start, say.
 */
export async function playRound(plan: RoundPlan, host: VippsHost): Promise<RoundResult> {
  const beganMs = performance.now();
  const shop = await RoundShop.open(host, plan);
  try {
    const kills: Kills = {};
    const world: string[] = [];
    const inherited = plan.database === 'first_version' ? shop.inheritFirstVersion() : [];
    const trouble = await makeTrouble(plan, shop, kills, world);
    const found = await recover(plan, shop, kills);
    const noted = { ...trouble, capture: plan.capture, inherited };
    const { evidence, differences } = await agree(shop, noted);
    const disagreements = [...found, ...differences, ...shop.faults()];
    const log = disagreements.flatMap(({ reference }) => shop.logOf(reference));
    return { plan, kills, world, evidence, disagreements, log, tookMs: performance.now() - beganMs };
  } finally {
    await shop.close();
  }
}

const facts = ({ lifetimeSeconds, capture }: RoundPlan) => ({ lifetimeMs: lifetimeSeconds * 1000, capture });

type Trouble = Pick<Evidence, 'charges' | 'parts' | 'stops' | 'cancels' | 'sightings'>;

/** People at all tills at once, faults at Vipps, and kills. */
async function makeTrouble(
  plan: RoundPlan,
  shop: RoundShop,
  kills: Kills,
  world: string[],
): Promise<Trouble> {
  const { vipps } = shop;
  const { lifetimeSeconds, directCapture } = plan;
  await vipps.set({ lifetimeSeconds, directCapture });
  await vipps.breakDown(...plan.faults);
  for (const start of plan.starts) {
    await shop.startAndKill(start);
    count(kills, 'migrating');
  }
  await shop.start();
  const marks = new Marks();
  const screens = new Screens(shop);
  const [home, allLeft, closed] = [new AbortController(), new AbortController(), new AbortController()];
  const told = { charges: [], parts: [], stops: [], cancels: [] };
  const floor: ShopFloor = { shop, vipps, screens, marks, told, world, ...facts(plan), over: home.signal };
  const watching = screens.run(closed.signal);
  const clock = setTimeout(() => home.abort(), peopleStayMs);
  try {
    const killing = carryOut(plan.kills, { shop, vipps, marks, kills }, allLeft.signal);
    const people = plan.tills.map((sales, index) => tend(floor, `${index + 1}`, sales));
    await Promise.all([Promise.all(people).finally(() => allLeft.abort()), killing]);
    await vipps.breakDown();
    await closeTills(floor);
  } finally {
    clearTimeout(clock);
    home.abort();
    closed.abort();
    await watching;
  }
  return { ...told, sightings: screens.sightings };
}

/** The shop closes: people cancel what is still open, except payments from before the round, of which they do not know. */
async function closeTills(floor: ShopFloor): Promise<void> {
  const isOpen = (payment: OurPayment) => !finalStates.includes(payment.state) && isOfRound(payment);
  for (const { reference } of (await floor.shop.ledger()).filter(isOpen)) await cancel(floor, reference);
}

/** Heals, and starts once more: a start polls recently ended payments again, for money that turned up after the end. */
async function recover(
  { lastStop, faults }: RoundPlan,
  shop: RoundShop,
  kills: Kills,
): Promise<Disagreement[]> {
  const open = await heal(shop, longestDelayMs(faults));
  if (open.length > 0) {
    const what = 'it is still open long after the trouble';
    return open.map(({ reference }) => ({ rule: 'does not heal', reference, what }));
  }
  const found: Disagreement[] = [];
  if (lastStop === 'SIGKILL') {
    await shop.kill();
    count(kills, 'at rest');
  } else {
    const how = await shop.stop();
    const what = `SIGTERM ended it with ${how}`;
    if (how !== 0) found.push({ rule: 'does not stop', reference: '', what });
  }
  await shop.start();
  await heal(shop, null);
  return found;
}

type Noted = Omit<Evidence, 'ours' | 'theirs'>;

/** Compares until both ledgers agree, or they had the time to. */
async function agree(shop: RoundShop, noted: Noted) {
  let evidence: Evidence = { ...noted, ours: [], theirs: [] };
  let differences: Disagreement[] = [];
  const isAgreed = async () => {
    const theirs = await ordersAt(shop.vipps);
    // A change in the portal or the app is entered when a cashier or the end of the day finds it.
    for (const { orderId } of theirs.filter(isDoneByOthers)) await shop.check(orderId);
    evidence = { ...noted, theirs, ours: await shop.ledger() };
    differences = compare(evidence);
    return differences.length === 0;
  };
  await becomesTrue(isAgreed, agreedWithinMs, 200);
  return { evidence, differences };
}

const isDoneByOthers = ({ isOthers, agreement, history }: TheirOrder) =>
  !isOthers && (agreement?.status === 'STOPPED' || history.some(({ isOfPortal }) => isOfPortal));
