// Stories of a real till: its store, its watch and its requests side by side, at a Vipps that is a model.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { live } from '../../testing/model/life.ts';
import { mustHappen } from '../../testing/model/must-happen.ts';
import { isUsual, runs, seed } from '../../testing/model/runs.ts';
import { steps } from '../../testing/model/steps.ts';
import { anyShop, type Kind, kinds } from '../../testing/model/vipps/kinds.ts';

/** 1,100 in all. */
const stories: Record<Kind, number> = { ecom: 400, epayment: 200, recurring: 300, 'recurring free': 200 };

/** How often each step happens, against 1 for all that is not named. */
const often: Record<string, number> = {
  'the cashier charges and the code comes up': 12,
  'a customer comes, and pays': 16,
  'staff cancel, and an approval slips through': 6,
  'the code runs out, and an approval slips through': 4,
  'a customer pays just before the code runs out, and Vipps is silent': 4,
  'the customer opens it': 6,
  'the customer opens it and is declined': 3,
  'the customer approves': 4,
  'the customer opens it and approves': 12,
  'an approval slips through': 6,
  'the code runs out': 3,
  'staff cancel': 8,
  'staff capture all': 6,
  'staff capture a part': 20,
  'staff release what is left': 12,
  'staff capture a part, and release what is left': 5,
  'staff stop the agreement': 16,
  'staff refund a part': 10,
  'staff refund all': 10,
  'two tabs refund a part': 5,
  'two tabs refund a part with one key': 5,
  'trouble with the start: not reached, then answer lost': 3,
  'trouble with the cancel: refused': 3,
  'trouble with the operation: refused': 8,
  'trouble with the operation: old answer': 4,
  'trouble with the poll: old answer': 4,
  'trouble with the operation: answer lost, then refused': 6,
  'trouble with the operation: lost three times': 6,
  'a moment passes': 12,
  'a second passes': 12,
  'ten seconds pass': 6,
  'what is held goes on': 4,
};

const anyStep = fc.oneof(
  ...steps.map((step) => ({ weight: often[step] ?? 1, arbitrary: fc.constant(step) })),
);
const anyStory = fc.noBias(fc.array(anyStep, { maxLength: 60, size: 'max' }));
/** Seldom a scanned sale is left to run out: that takes its whole ten minutes, look by look. */
const anyEnd = fc.constantFrom<string[]>(...Array.from({ length: 5 }, () => ['staff cancel']), []);

describe.each(Object.keys(kinds) as Kind[])(`in stories of a real till (seed ${seed}): %s`, (kind) => {
  const reached = new Set<string>();

  it(`[P1] [P2] [P3] [P4] [P10] hold after each step of ${stories[kind]}`, { timeout: 120_000 }, async () => {
    const property = fc.asyncProperty(anyShop(kind), anyStory, anyEnd, async (shop, story, end) => {
      for (const one of await live(shop, [...story, ...end])) reached.add(one);
    });
    await fc.assert(property, runs(stories[kind]));
  });

  it.runIf(isUsual)('everything happens that matters', () => {
    expect([...reached].sort()).toEqual(expect.arrayContaining(mustHappen(kind)));
  });
});
