// Stories of a real till: its store, its watch and its requests side by side, at a Vipps that is a model.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Counter, rest, steps, take } from '../testing/model-counter.ts';
import { anyShop, type Kind, kinds, type Shop } from '../testing/model-kinds.ts';
import { isUsual, runs, seed } from '../testing/model-runs.ts';
import { openShop } from '../testing/model-server.ts';

const stories: Record<Kind, number> = { ecom: 70, epayment: 50, recurring: 60, 'recurring free': 20 };

/** @returns each event that was committed, with its state. @throws what breaks a rule. */
async function live(shop: Shop, story: readonly string[]): Promise<Set<string>> {
  const open = await openShop(shop);
  try {
    const counter = new Counter(open);
    for (const step of story) await take(counter, step);
    await rest(counter);
    return open.book.reached;
  } finally {
    await open.close();
  }
}

const anyStep = fc.oneof(...steps.map(({ step, weight }) => ({ weight, arbitrary: fc.constant(step) })));
const anyStory = fc.noBias(fc.array(anyStep, { maxLength: 30, size: 'max' }));
/** Seldom a scanned sale is left to run out: that takes its whole ten minutes, look by look. */
const anyEnd = fc.constantFrom<string[]>(...Array.from({ length: 5 }, () => ['staff cancel']), []);

/** What must have happened in the stories of each kind, or they tell nothing. */
const happens: Record<Kind, string[]> = {
  ecom: [],
  epayment: [],
  recurring: [],
  'recurring free': [],
};

describe.each(Object.keys(kinds) as Kind[])(`in stories of a real till (seed ${seed}): %s`, (kind) => {
  const reached = new Set<string>();

  it(`[P1] [P2] [P3] [P4] [P10] hold in ${stories[kind]}, after each step and at the end`, {
    timeout: 120_000,
  }, async () => {
    const property = fc.asyncProperty(anyShop(kind), anyStory, anyEnd, async (shop, story, end) => {
      for (const one of await live(shop, [...story, ...end])) reached.add(one);
    });
    await fc.assert(property, runs(stories[kind]));
  });

  it.runIf(isUsual)('everything happens that matters', () => {
    console.log(kind, JSON.stringify([...reached].sort()));
    expect([...reached].sort()).toEqual(expect.arrayContaining(happens[kind]));
  });
});

const auto: Shop = { kind: 'ecom', capture: 'auto', directCapture: false, tellsKeys: true };
const direct: Shop = { ...auto, directCapture: true };

/** Each of them was red once: in the till as it was, or in one that was broken on purpose. */
const kept: [string, Shop, string[]][] = [
  [
    '[P10] a server that is told to stop while a refund is not answered stops in time',
    auto,
    [
      ...['a customer comes, and pays', 'trouble: answer lost', 'staff refund all'],
      'the server stops and starts again',
    ],
  ],
  [
    '[P10] a refund that never reached Vipps is made by the next server',
    auto,
    [
      ...['a customer comes, and pays', 'trouble: not reached', 'two tabs refund a part with one key'],
      'the server stops and starts again',
    ],
  ],
  [
    '[P2] a refund that was made, not heard of, and then refused, was made',
    auto,
    [
      ...['a customer comes, and pays', 'trouble: answer lost, then refused', 'staff refund all'],
      'half a minute passes',
    ],
  ],
  [
    '[P2] nor is it refused where Vipps does not know the order for a moment',
    auto,
    [
      ...['a customer comes, and pays', 'trouble: answer lost, then refused', 'trouble: refused'],
      ...['staff refund a part', 'half a minute passes'],
    ],
  ],
  ['[P2] of two refunds at once one is made', auto, ['a customer comes, and pays', 'two tabs refund a part']],
  [
    '[P2] two tabs cannot write over each other',
    auto,
    ['the cashier charges and the code comes up', 'two tabs cancel'],
  ],
  [
    '[P4] a repeat long after gets the first answer',
    auto,
    ['a customer comes, and pays', 'the last charge is repeated'],
  ],
  [
    '[P4] the till takes no second sale while the first can be paid',
    auto,
    ['the cashier charges and the code comes up', 'a customer comes, and pays'],
  ],
  [
    '[P1] an order that Vipps does not know yet may still turn up',
    auto,
    ['trouble: call late', 'the cashier charges and the code comes up', 'staff cancel'],
  ],
  ['[P1] a code that nobody scanned runs out only after another look', auto, ['the cashier charges']],
  [
    '[P1] a cancel that Vipps refused has not cancelled anything',
    direct,
    ['the cashier charges and the code comes up', 'the customer opens it and approves', 'staff cancel'],
  ],
  [
    '[P1] no code runs out because the wall clock jumps',
    auto,
    [
      'the wall clock jumps a day ahead',
      ...['the cashier charges and the code comes up', 'a second passes', 'staff cancel'],
    ],
  ],
  [
    '[P3] staff are told of a reservation that they cancelled',
    auto,
    [...['the cashier charges and the code comes up', 'the customer opens it and approves'], 'staff cancel'],
  ],
  [
    '[P3] an approval that slips through a cancel is released',
    auto,
    ['staff cancel, and an approval slips through'],
  ],
  [
    '[P3] a sale that slips through a cancel is refunded',
    direct,
    ['staff cancel, and an approval slips through'],
  ],
];

describe('of a real till', () => {
  it.each(kept)('%s', async (_, shop, story) => {
    await live(shop, story);
  });
});
