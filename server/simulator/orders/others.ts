// Orders that somebody else has made on the same sales unit: a web shop, or a till of which we have no record any more. Only tests
// bring them about.
import { z } from 'zod';
import { newTransactionId, type Random, randomText, randomUuid } from './ids.ts';
import { type Act, approve, capture, createOrder, isPayable, refund, refuse } from './order.ts';
import { type Api, apis, currencies, type Order } from './types.ts';

/** `sold` is captured by Vipps itself, which ePayment has not: there it is captured. */
export const otherStates = [
  'open',
  'opened',
  'reserved',
  'captured',
  'sold',
  'refunded',
  'cancelled',
] as const;

const facts = {
  /** Minor units. */
  amount: z.int().positive().optional(),
  currency: z.enum(currencies).optional(),
  text: z.string().max(100).optional(),
  /** How long ago it was made; one that Vipps' clock has for later is negative. */
  secondsAgo: z.number().default(0),
  state: z.enum(otherStates).default('captured'),
};

/**
 * Of a rule that has somebody else be faster under the very reference that is asked for. `alike`: with all that the call says, as an
 * earlier try of ours would have had it. `lost`: the call then has no answer.
 */
export const fasterSchema = z.strictObject({
  ...facts,
  alike: z.literal(true).optional(),
  lost: z.literal(true).optional(),
});
export type Faster = z.infer<typeof fasterSchema>;

/** Body of `PUT /simulator/others`: an order by any name, of our own sales unit unless it names one. */
export const otherSchema = z.strictObject({
  ...facts,
  amount: z.int().positive(),
  api: z.enum(apis),
  reference: z.string().regex(/^[a-zA-Z0-9-]{1,50}$/),
  msn: z
    .string()
    .regex(/^\d{5,6}$/)
    .optional(),
});

/** What an order is made with; `now` is epoch milliseconds. */
export type Making = { now: () => number; random: Random; settings: { lifetimeMs: number } };

/** What a call that starts an order says of it. */
export type Asked = {
  api: Api;
  msn: string;
  reference: string;
  amount: number;
  currency: Order['currency'];
  text: string;
  /** The Idempotency-Key, and the merchant's name for an agreement. */
  key: string;
  externalId?: string;
};

const webShop = { text: 'Web shop', currency: 'NOK', key: 'of-a-web-shop' } as const;

/** The order that somebody has made, with what has become of it since. An agreement has the reference as that of its charge. */
export function orderOfOther(
  world: Making,
  { secondsAgo, state, ...asked }: Asked & Pick<Faster, 'secondsAgo' | 'state'>,
): Order {
  const { api, msn, reference, amount, currency, text, key } = asked;
  const nowMs = world.now() - secondsAgo * 1_000;
  const order = createOrder(
    {
      api,
      orderId: api === 'recurring' ? `agr_${randomText(world.random, 8)}` : reference,
      msn,
      amount,
      currency,
      text,
      token: randomText(world.random, 24),
      imageId: randomText(world.random, 24),
      expiresAtMs: nowMs + world.settings.lifetimeMs,
      directCapture: state === 'sold' && api !== 'epayment',
      ...(api === 'recurring' && { agreement: agreementOf(world, asked) }),
    },
    nowMs,
    key,
  );
  return grown(order, state, { nowMs, transactionId: newTransactionId(world.random) });
}

function agreementOf(
  world: Making,
  { reference, text, amount, externalId }: Asked,
): NonNullable<Order['agreement']> {
  return {
    uuid: randomUuid(world.random),
    chargeId: reference,
    ...(externalId && { externalId }),
    productName: text,
    pricing: { type: 'LEGACY', amount },
    interval: { unit: 'MONTH', count: 1 },
    merchantAgreementUrl: 'https://shop.example/',
    merchantRedirectUrl: 'https://shop.example/',
    countryCode: 'NO',
    isApp: false,
    stoppedAtMs: null,
  };
}

/** All of it within the second in which it was made. */
function grown(order: Order, state: Faster['state'], act: Act): Order {
  if (state === 'open' || !isPayable(order, act.nowMs)) return order;
  if (state === 'opened') return { ...order, transactionId: act.transactionId };
  if (state === 'cancelled') return refuse(order, act);
  const paid = approve(order, act);
  if (state === 'reserved' || paid.directCapture) return paid;
  const taken = capture(paid, 0, { ...act, text: order.text, requestId: 'somebody-captures' });
  if (state !== 'refunded') return taken;
  return refund(taken, 0, { ...act, text: order.text, requestId: 'somebody-refunds' });
}

/** Somebody else's order by the name in the call. */
export function fasterOrder(world: Making, asked: Asked, faster: Faster): Order {
  const { secondsAgo, state, alike, amount = asked.amount } = faster;
  if (alike) return orderOfOther(world, { ...asked, secondsAgo, state });
  const { externalId: _, ...call } = asked;
  const { text = webShop.text, currency = asked.currency } = faster;
  const theirs = { ...call, amount, currency, text, key: webShop.key, secondsAgo, state };
  return { ...orderOfOther(world, theirs), isOthers: true };
}

/** An order that is there before anybody has asked us for anything. */
export function otherOrder(world: Making, other: z.infer<typeof otherSchema>, ownMsn: string): Order {
  const { currency = webShop.currency, text = webShop.text, ...wish } = other;
  const { msn = ownMsn } = other;
  return { ...orderOfOther(world, { ...wish, currency, text, msn, key: webShop.key }), isOthers: true };
}
