// What happens in each story of a fault: a sale for each of the calls to Vipps, with the fault in the middle.
import type { ApiCall } from '../../simulator/control/call-counts.ts';
import { tenMinutesMs } from '../payments.ts';
import { sale } from '../till.ts';
import {
  act,
  approve,
  approveLate,
  charge,
  forMs,
  inPortal,
  newest,
  scan,
  startThreeDSecure,
  untilQuiet,
} from './acts.ts';
import type { Strike } from './line.ts';
import { inWords } from './outcome.ts';
import type { Reply, Shop } from './shop.ts';

/** @returns the answer that the story is about. */
type Play = (shop: Shop, strikes: Strike[]) => Promise<Reply>;

const aLookMs = 1_000;

async function scanned(shop: Shop, more = {}): Promise<Reply> {
  const reply = await charge(shop, 'sale', more);
  await scan(shop);
  await forMs(shop, aLookMs);
  return reply;
}

async function paid(shop: Shop): Promise<Reply> {
  const reply = await scanned(shop);
  await approve(shop);
  await forMs(shop, aLookMs);
  return reply;
}

type Asked = 'capture' | 'refund' | 'release' | 'stop';

/** Asks for it; once all is quiet, a repeat under the same key gets the same, and what was refused is asked for anew. */
async function asked(shop: Shop, what: Asked, strikes: Strike[]): Promise<Reply> {
  shop.line.strike(strikes);
  const reply = await act(shop, what, 'asked');
  await untilQuiet(shop);
  expectReply(await act(shop, what, 'asked'), reply.status === 502 ? 502 : 200);
  if (reply.status === 502) await askedAnew(shop, what, strikes);
  return reply;
}

/** When the fault is over, staff try again. */
async function askedAnew(shop: Shop, what: Asked, strikes: Strike[]): Promise<void> {
  await shop.clock.advance(Math.max(...strikes.map(({ forMs: ms }) => ms ?? 0)));
  expectReply(await act(shop, what, 'asked-anew'), 200);
}

function expectReply(reply: Reply, status: number): void {
  if (reply.status !== status) throw new Error(`expected ${status}, but was answered ${inWords(reply)}`);
}

async function starting(shop: Shop, strikes: Strike[]): Promise<Reply> {
  shop.line.strike(strikes);
  const reply = await charge(shop, 'sale');
  if (inWords(reply).endsWith('presented')) {
    await scan(shop);
    await forMs(shop, aLookMs);
    await approve(shop);
  }
  await untilQuiet(shop);
  const repeat = inWords(await charge(shop, 'sale'));
  if (repeat !== inWords(reply)) throw new Error(`the repeat was answered ${repeat}`);
  return reply;
}

/** The customer approves while Vipps cannot be asked. */
async function unseen(shop: Shop, strikes: Strike[]): Promise<Reply> {
  const reply = await scanned(shop);
  shop.line.strike(strikes);
  await approve(shop);
  await untilQuiet(shop);
  return reply;
}

/**
 * Vipps has accepted the cancel, and a moment later the customer's approval comes through.
 * @param capturedMinor of it somebody captures so much in the portal at once.
 */
const approvedLate =
  (kind: 'reserve' | 'sale', capturedMinor = 0): Play =>
  async (shop, strikes) => {
    await scanned(shop);
    const reply = await act(shop, 'cancel');
    await shop.until(() => shop.screen.story().endsWith('→ cancelled'));
    shop.line.strike(strikes);
    await approveLate(shop, kind);
    if (capturedMinor > 0) await inPortal(shop, 'capture', capturedMinor);
    await untilQuiet(shop);
    return reply;
  };

/** Staff refund all, and before that has got through somebody does the same in the portal. */
const refundedBesideThePortal: Play = async (shop, strikes) => {
  await paid(shop);
  shop.line.strike([{ on: 'refund', fault: '503', times: 1 }, ...strikes]);
  const [reply] = await Promise.all([
    act(shop, 'refund', 'asked'),
    inPortal(shop, 'refund', sale.amount.value),
  ]);
  await untilQuiet(shop);
  return reply;
};

const captured: Play = async (shop, strikes) => {
  await paid(shop);
  return asked(shop, 'capture', strikes);
};

/** Staff have captured a part, and give back the rest. */
const released: Play = async (shop, strikes) => {
  await paid(shop);
  expectReply(await act(shop, 'capture a part'), 200);
  return asked(shop, 'release', strikes);
};

export const plays = {
  token: starting,
  initiate: starting,
  qr: starting,
  image: starting,
  details: unseen,
  charge: unseen,
  events: starting,
  find: starting,
  capture: captured,
  'charge after the capture': captured,

  /** The customer has scanned, and then goes away. */
  async 'details unpaid'(shop, strikes) {
    const reply = await scanned(shop);
    shop.line.strike(strikes);
    await untilQuiet(shop);
    return reply;
  },

  async cancel(shop, strikes) {
    await charge(shop, 'sale');
    shop.line.strike(strikes);
    const reply = await act(shop, 'cancel');
    await untilQuiet(shop);
    return reply;
  },

  /** The customer has scanned when staff cancel, and approves before the cancel gets through. */
  async 'cancel too late'(shop, strikes) {
    await scanned(shop);
    shop.line.strike(strikes);
    const reply = await act(shop, 'cancel');
    await approve(shop);
    await untilQuiet(shop);
    return reply;
  },

  /** The customer is with the bank when time runs out, the till sells again, and then the bank says yes. */
  async 'cancel in 3-D Secure'(shop, strikes) {
    const reply = await scanned(shop);
    await startThreeDSecure(shop, 20 * 60);
    shop.line.strike(strikes);
    await shop.clock.advance(tenMinutesMs);
    await shop.until(() => shop.screen.story().endsWith('closing'));
    expectReply(await charge(shop, 'again'), 201);
    await approve(shop);
    await forMs(shop, aLookMs);
    await act(shop, 'cancel');
    await untilQuiet(shop);
    return reply;
  },

  'cancel of late money': approvedLate('reserve'),
  'refund of late money': approvedLate('sale'),
  'cancel of the rest of late money': approvedLate('reserve', 5_000),

  /** The till captures by itself as soon as it is paid; what was refused, staff may ask for. */
  async 'capture by itself'(shop, strikes) {
    shop.line.strike(strikes);
    const reply = await paid(shop);
    await untilQuiet(shop);
    const { capture } = await newest(shop);
    if (capture === 'failed') await askedAnew(shop, 'capture', strikes);
    return reply;
  },

  async refund(shop, strikes) {
    await paid(shop);
    return asked(shop, 'refund', strikes);
  },

  'events beside the portal': refundedBesideThePortal,
  'refund beside the portal': refundedBesideThePortal,

  /** What is sold has lines; a first payment has one by itself. */
  async receipt(shop, strikes) {
    shop.line.strike(strikes);
    const lines = [{ name: 'Coffee', quantity: 1, amount: sale.amount }];
    const reply = await scanned(shop, shop.kind === 'ecom' ? { lines } : {});
    await approve(shop);
    await untilQuiet(shop);
    return reply;
  },

  'cancel to release': released,
  'details after the release': released,

  /** Staff end the agreement before they have captured anything. */
  async 'cancel to stop'(shop, strikes) {
    await paid(shop);
    return asked(shop, 'stop', strikes);
  },

  /** Staff have captured a part when they end the agreement: the rest is given back by a call of its own. */
  async 'cancel to stop after a capture'(shop, strikes) {
    await paid(shop);
    expectReply(await act(shop, 'capture a part'), 200);
    return asked(shop, 'stop', strikes);
  },
} satisfies Record<ApiCall, Play> & Record<string, Play>;
