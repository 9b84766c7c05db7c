// Playing a story of a fault until nothing is left to do, and how it has ended.
import { charge } from './acts.ts';
import { breaches } from './checks.ts';
import type { Kind } from './kinds.ts';
import type { Strike } from './line.ts';
import { atVipps, inWords, ordersAtVipps, stored } from './outcome.ts';
import { plays } from './plays.ts';
import { aFaultyShop } from './shop.ts';

/** How a story has to end. */
export type End = {
  /** What the one was answered who asked for what the story is about. */
  answer: string;
  /** What the till's screen showed, one after the other. */
  screen: string;
  /** The payments of the sale in the store, oldest first, with their operations. */
  stored: string[];
  /** The orders of the sale at Vipps, oldest first. */
  vipps: string[];
  /** How many calls there were of the kind that was struck first. */
  calls: number;
};

export type Story = keyof typeof plays;

/** In these nothing is captured but by staff. */
const manual: ReadonlySet<Story> = new Set([
  'capture',
  'charge after the capture',
  'cancel to release',
  'details after the release',
  'cancel to stop',
  'cancel to stop after a capture',
] as const);

/** @returns how it ended, and as sentences what must never be but was. */
export async function play(
  kind: Kind,
  story: Story,
  strikes: Strike[],
): Promise<{ end: End; breaches: string[] }> {
  const shop = await aFaultyShop({ kind, capture: manual.has(story) ? 'manual' : 'auto' });
  try {
    const reply = await plays[story](shop, strikes);
    const end = {
      answer: inWords(reply),
      screen: shop.screen.story(),
      stored: await stored(shop),
      vipps: atVipps(await ordersAtVipps(shop)),
      calls: shop.line.calls.filter(({ call }) => call === strikes[0]?.on).length,
    };
    const found = await breaches(shop);
    shop.line.strike([]);
    const next = inWords(await charge(shop, 'next'));
    return {
      end,
      breaches: next === '201 presented' ? found : [...found, `the next sale was answered ${next}`],
    };
  } finally {
    await shop.close();
  }
}
