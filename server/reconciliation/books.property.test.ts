// Whatever happens to payments, in whatever order, with a clock that is put forward and back, and whenever somebody prints a day.
import fc from 'fast-check';
import { Kysely } from 'kysely';
import pino from 'pino';
import { it } from 'vitest';
import { Refusal } from '../core/refusal.ts';
import { createChangeFeed } from '../payments/change-feed.ts';
import { createLedger } from '../payments/ledger.ts';
import type { Payment, PaymentEvent } from '../payments/payment/types.ts';
import type { Day } from '../store/books.ts';
import { fill } from '../store/migrations/006-movements.ts';
import { NodeSqliteDialect } from '../store/sqlite/dialect.ts';
import { createSqliteStore, type Database } from '../store/sqlite/sqlite.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { rule } from '../testing/model/rules.ts';
import { runs, seed } from '../testing/model/runs.ts';
import { aPayment, seen, tenMinutesMs } from '../testing/payments.ts';
import { aDatabase } from '../testing/store.ts';

const stories = 150;
const whole = 24_900;
const dayMs = 100_000;
const lastDay = 18;
const shop = 'shop';
const kinds = ['capture', 'refund', 'release'] as const;

type Step =
  | { do: 'approve' | 'void' | 'poll' | 'find' | 'answer' | 'cancel' | 'run out' }
  | { do: 'ask'; kind: (typeof kinds)[number]; amount: number }
  | { do: 'portal'; kind: 'capture' | 'refund'; amount: number }
  | { do: 'wait' | 'set clock'; ms: number }
  | { do: 'print'; day: number };

const amount = fc.constantFrom(900, 5_000, whole);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .constantFrom('approve', 'poll', 'poll', 'answer', 'answer', 'find', 'void', 'cancel', 'run out')
    .map((what): Step => ({ do: what })),
  fc.record({ do: fc.constant('ask' as const), kind: fc.constantFrom(...kinds), amount }),
  fc.record({ do: fc.constant('portal' as const), kind: fc.constantFrom('capture', 'refund'), amount }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1, dayMs / 2, dayMs) }),
  fc.record({ do: fc.constant('set clock' as const), ms: fc.constantFrom(-2 * dayMs, -dayMs / 2, dayMs) }),
  fc.record({ do: fc.constant('print' as const), day: fc.integer({ min: 0, max: 12 }) }),
);

/** One sale, what Vipps really has of it, and a shop that prints its days. */
async function aStory(capture: 'auto' | 'manual') {
  const database = await aDatabase();
  const store: Database = await createSqliteStore(database);
  const clock = manualClock(5 * dayMs);
  const log = pino({ level: 'silent' });
  let keys = 0;
  const ledger = createLedger({
    store,
    clock,
    log,
    capture: () => capture,
    changeFeed: createChangeFeed(clock),
    newKey: () => `key-${++keys}`,
    onState: () => undefined,
  });
  const sale = aPayment({ createdAtMs: clock.nowMs(), expiresAtMs: clock.steadyMs() + tenMinutesMs });
  const { reference } = sale;
  await ledger.create(sale, null, null);
  const vipps = { reserved: 0, captured: 0, refunded: 0, released: 0 };
  const printed = new Map<number, string>();
  const find = async (): Promise<Payment> => (await store.find(reference)) ?? sale;
  const days = (index: number) =>
    store.readDay(shop, { fromMs: index * dayMs, toMs: (index + 1) * dayMs }, clock.nowMs());
  const booksOf = ({ movements, reserved }: Day) =>
    JSON.stringify([movements, reserved.reduce((sum, one) => sum + one.amount, 0)]);
  const held = () => vipps.reserved - vipps.captured - vipps.released;

  async function change(event: PaymentEvent, settled?: string): Promise<void> {
    const extras = settled === undefined ? {} : { settled: { key: settled, state: 'done' as const } };
    await ledger.change(reference, event, extras).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  }
  const poll = () =>
    change({
      type: 'observed',
      observation: seen({
        reservedAmount: vipps.reserved,
        capturedAmount: vipps.captured,
        refundedAmount: vipps.refunded,
        cancelled: vipps.released > 0 && held() === 0,
      }),
    });
  const totals = () => ({
    capturedAmount: vipps.captured,
    refundedAmount: vipps.refunded,
    releasedAmount: vipps.released,
  });

  async function answer(): Promise<void> {
    const operation = await store.findPendingOperation(reference);
    if (operation === null) return;
    const { key, kind } = operation;
    const most = kind === 'refund' ? vipps.captured - vipps.refunded : held();
    if (operation.amount > most) return;
    if (kind === 'capture') vipps.captured += operation.amount;
    if (kind === 'refund') vipps.refunded += operation.amount;
    if (kind === 'release') vipps.released += operation.amount;
    if (kind === 'release')
      return change({ type: 'released', capturedAmount: 0, releasedAmount: 100_000 }, key);
    const said = { type: kind === 'capture' ? 'captured' : 'refunded', ...totals() } as const;
    await change(said, key);
  }

  async function happen(step: Step): Promise<void> {
    switch (step.do) {
      case 'approve':
        vipps.reserved = whole;
        return;
      case 'void':
        vipps.released += held();
        return;
      case 'poll':
        if ((await find()).state !== 'approved') await poll();
        return;
      case 'find': {
        const { state } = await find();
        const isIdle = (await store.findPendingOperation(reference)) === null;
        if (state === 'approved' && isIdle) await change({ type: 'found', ...totals() });
        return;
      }
      case 'answer':
        return answer();
      case 'cancel':
        return change({ type: 'cancel' });
      case 'run out':
        return change({ type: 'clock', watchedMs: tenMinutesMs });
      case 'ask': {
        const { kind, amount: wanted } = step;
        await change(kind === 'release' ? { type: kind } : { type: kind, amount: wanted });
        return;
      }
      case 'portal':
        if (step.kind === 'capture') vipps.captured += Math.min(step.amount, held());
        else vipps.refunded += Math.min(step.amount, vipps.captured - vipps.refunded);
        return;
      case 'wait':
        return clock.nowMs() < (lastDay - 2) * dayMs ? clock.advance(step.ms) : undefined;
      case 'set clock':
        if (clock.nowMs() < (lastDay - 2) * dayMs) clock.jumpWallClock(step.ms);
        return;
      case 'print': {
        if (printed.has(step.day) || (step.day + 1) * dayMs > clock.nowMs()) return;
        printed.set(step.day, booksOf(await days(step.day)));
        return;
      }
    }
  }

  /** All days, each with what was printed of it. */
  async function check(): Promise<void> {
    const payment = await find();
    const sums = { approved: 0, reserved: 0, captured: 0, refunded: 0, released: 0 };
    const all = [];
    for (let index = 0; index < lastDay; index += 1) {
      const day = await days(index);
      all.push(...day.movements);
      const before = printed.get(index);
      rule(before === undefined || before === booksOf(day), 'a printed day does not change', [before, day]);
      for (const { kind, amount: moved } of day.movements) sums[kind] += kind === 'approved' ? 1 : moved;
      const isSale = payment.state === 'approved';
      const open = isSale ? sums.reserved - sums.captured - sums.released : 0;
      const reserved = day.reserved.reduce((sum, one) => sum + one.amount, 0);
      rule(reserved === open, 'what is held when a day ends', { index, reserved, sums, payment });
    }
    const isSale = payment.state === 'approved';
    const late = payment.problem?.code === 'released' ? payment.reservedAmount - payment.capturedAmount : 0;
    const expected = {
      approved: isSale ? 1 : 0,
      reserved: isSale ? Math.max(payment.reservedAmount, payment.capturedAmount) : 0,
      captured: payment.capturedAmount,
      refunded: payment.refundedAmount,
      released: payment.releasedAmount + (isSale ? 0 : late),
    };
    rule(JSON.stringify(sums) === JSON.stringify(expected), 'no sum is in two days or in none', {
      sums,
      expected,
      payment,
    });
  }

  /** What the books would be, had they been made of the histories. */
  async function migrated(): Promise<[string, string]> {
    const read = () =>
      JSON.stringify(
        database.prepare('select kind, version, amount from money_movements order by version, kind').all(),
      );
    const live = read();
    // As it was then: 014 keeps more of each movement.
    database.exec(
      'drop table money_movements; create table money_movements (reference, version, kind, amount, found, at)',
    );
    // As migration 006 found them: 013 gave these steps the names of now.
    database.exec(`update payment_history set event = case event when 'voided' then 'released' else 'given_back' end
      where event in ('voided', 'released')`);
    await fill(new Kysely({ dialect: new NodeSqliteDialect(database) }));
    return [live, read()];
  }

  return { happen, check, migrated, close: () => store.close() };
}

const storyOf = fc.tuple(
  fc.constantFrom('auto' as const, 'manual' as const),
  fc.array(step, { maxLength: 40, size: 'max' }),
);
/** A part is captured, the rest released, and then something is refunded. */
const inParts: Step[] = [
  { do: 'ask', kind: 'capture', amount: 5_000 },
  { do: 'answer' },
  { do: 'ask', kind: 'release', amount: 0 },
  { do: 'answer' },
  { do: 'ask', kind: 'refund', amount: 900 },
  { do: 'answer' },
];
/** Most begin by being paid. */
const begins: Step[] = [{ do: 'approve' }, { do: 'poll' }];

it(`each sum is in one day, and a printed day stays as it is, in ${stories} stories (seed ${seed})`, {
  timeout: 120_000,
}, async () => {
  const property = fc.asyncProperty(storyOf, fc.boolean(), async ([capture, steps], isPaid) => {
    const story = await aStory(capture);
    try {
      for (const one of isPaid ? [...begins, ...steps] : steps) await story.happen(one);
      await story.check();
    } finally {
      await story.close();
    }
  });
  await fc.assert(property, runs(stories));
});

it(`histories from before there were books give the same ones, in ${stories} stories (seed ${seed})`, {
  timeout: 120_000,
}, async () => {
  const property = fc.asyncProperty(storyOf, async ([capture, steps]) => {
    const story = await aStory(capture);
    try {
      for (const one of [...begins, ...steps]) if (one.do !== 'find') await story.happen(one);
      const [live, filled] = await story.migrated();
      rule(live === filled, 'the books of a history', { live, filled });
    } finally {
      await story.close();
    }
  });
  await fc.assert(property, { ...runs(stories), examples: [[['manual', inParts]]] });
});
