// Which call goes wrong, and how: rules that tests set over HTTP.
import { z } from 'zod';
import { fasterSchema } from '../orders/others.ts';
import { type ApiCall, apiCalls } from './call-counts.ts';
import { oddities } from './odd-answers.ts';

const maxDelayMs = 60_000;

const ruleSchema = z
  .strictObject({
    on: z.enum(apiCalls),
    kind: z.enum([
      'status',
      'reset',
      'hang',
      'slow',
      'html',
      'cut',
      'wrong_shape',
      'drop_after',
      'odd',
      'stale',
      'taken',
    ]),
    oddity: z.enum(oddities).optional(),
    status: z.int().min(200).max(599).optional(),
    retryAfter: z.int().min(0).max(3600).optional(),
    delayMs: z.int().min(0).max(maxDelayMs).optional(),
    times: z.int().min(1).optional(),
    orderId: z.string().optional(),
    probability: z.number().min(0).max(1).optional(),
    by: z.enum(['gateway', 'progress', 'refusal']).optional(),
    other: fasterSchema.optional(),
  })
  .refine(
    ({ kind, status }) => kind !== 'status' || (status ?? 0) >= 400,
    'a status rule needs a status from 400',
  )
  .refine(({ kind, oddity }) => (kind === 'odd') === (oddity !== undefined), 'an odd rule needs an oddity')
  .refine(
    ({ kind, delayMs }) => (kind !== 'slow' && kind !== 'stale') || delayMs !== undefined,
    'a slow or stale rule needs delayMs',
  )
  .refine(
    ({ kind, on }) => kind !== 'taken' || on === 'initiate',
    'only what initiate asks for can be taken',
  );

/**
 * Body of `PUT /simulator/faults`. `retryAfter` is in seconds; `times` limits how often a rule strikes; `by` has the gateway in
 * front of the API answer a status, which knows none of its error codes, or the API say that it is busy with the same request, or will
 * never do what is asked; `stale` shows what was true `delayMs` ago. With `taken` somebody else has just made an `other`
 * order under the reference that is asked for.
 */
export const faultsSchema = z.strictObject({
  seed: z.int().default(1),
  rules: z.array(ruleSchema).max(100),
});
export type FaultRule = z.infer<typeof ruleSchema>;

export type Faults = {
  /** Replaces all rules and starts the generator afresh. */
  replace(plan: z.infer<typeof faultsSchema>): void;
  /** The rule that strikes this call, if one does. @param names what its order goes by. Each call is one draw per rule that leaves it to chance. */
  strike(on: ApiCall, names: readonly string[]): FaultRule | undefined;
};

export function createFaults(): Faults {
  let random = mulberry32(1);
  let rules: { rule: FaultRule; left: number }[] = [];
  return {
    replace(plan) {
      random = mulberry32(plan.seed);
      rules = plan.rules.map((rule) => ({ rule, left: rule.times ?? Number.POSITIVE_INFINITY }));
    },
    strike(on, names) {
      const struck = rules.find(({ rule, left }) => {
        if (left === 0 || rule.on !== on) return false;
        if (rule.orderId !== undefined && !names.includes(rule.orderId)) return false;
        return rule.probability === undefined || random() < rule.probability;
      });
      if (struck !== undefined) struck.left -= 1;
      return struck?.rule;
    },
  };
}

/** A small seeded generator: the same seed gives the same faults. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
