// What people, time and faults do to a model till, in words: a story is a list of them, and reads as one.
import type { Payment } from '../payments/types.ts';
import { fates } from './model-call.ts';
import { charge } from './model-start.ts';
import type { ModelTill } from './model-till.ts';
import { ask } from './model-watch.ts';

/** Acts on one payment: the newest of the till, or the one before. */
type Act = (till: ModelTill, payment: Payment) => void;

const partMinor = 5_000;
const dayMs = 86_400_000;

/** Nobody pays in time, and a look shows it. */
const runOut: Act = (till, { reference, qrExpiresAtMs }) => {
  till.pass(Math.max(300_000, (qrExpiresAtMs ?? 0) - till.steadyMs));
  for (let looks = 0; looks < 2; looks += 1) {
    till.hear(reference);
    ask(till, till.find(reference));
  }
  till.hear(reference);
};

const customer: Record<string, Act> = {
  'the customer opens it': ({ vipps }, { reference, qrExpiresAtMs }) => {
    if (qrExpiresAtMs !== null) vipps.open(reference);
  },
  'the customer approves': ({ vipps }, { reference }) => vipps.approve(reference),
  'the customer is declined': ({ vipps }, { reference }) => vipps.decline(reference),
  'the customer refuses': ({ vipps }, { reference }) => vipps.refuse(reference),
  'the customer opens it and approves': ({ vipps }, { reference, qrExpiresAtMs }) => {
    if (qrExpiresAtMs !== null) vipps.open(reference);
    vipps.approve(reference);
  },
  'staff cancel, and an approval slips through': (till, { reference, qrExpiresAtMs }) => {
    if (qrExpiresAtMs !== null) till.vipps.open(reference);
    till.wish(reference, { type: 'cancel' });
    ask(till, till.find(reference));
    till.hear(reference);
    till.vipps.slipThrough(reference);
  },
  'the code runs out, and an approval slips through': (till, payment) => {
    runOut(till, payment);
    if (payment.qrExpiresAtMs !== null) till.vipps.open(payment.reference);
    ask(till, till.find(payment.reference));
    till.hear(payment.reference);
    till.vipps.slipThrough(payment.reference);
  },
  'an approval slips through': ({ vipps }, { reference }) => vipps.slipThrough(reference),
};

const staff: Record<string, Act> = {
  'staff cancel': (till, { reference }) => till.wish(reference, { type: 'cancel' }),
  'staff capture a part': (till, { reference }) =>
    till.wish(reference, { type: 'capture', amount: partMinor }),
  'staff capture all': (till, { reference }) => till.wish(reference, { type: 'capture', amount: null }),
  'staff refund a part': (till, { reference }) => till.wish(reference, { type: 'refund', amount: partMinor }),
  'staff refund all': (till, { reference, capturedAmount, refundedAmount }) =>
    till.wish(reference, { type: 'refund', amount: Math.max(1, capturedAmount - refundedAmount) }),
  'staff release what is left': (till, { reference }) => till.wish(reference, { type: 'release' }),
  'staff stop the agreement': (till, { reference }) => till.wish(reference, { type: 'stop' }),
};

/** A call is asked, arrives or not, and is heard: in one, or with something in between. */
const calls: Record<string, Act> = {
  'Vipps is asked': ask,
  'the code runs out': runOut,
  'Vipps is asked three times in vain': (till, { reference }) => {
    for (let times = 0; times < 3; times += 1) {
      till.hear(reference);
      ask(till, till.find(reference));
      till.line(reference).call?.arrive('call lost');
    }
    till.hear(reference);
  },
  'the answer is heard': (till, { reference }) => till.hear(reference),
  ...Object.fromEntries(
    fates.flatMap((fate): [string, Act][] => [
      [`the call under way: ${fate}`, (till, { reference }) => till.line(reference).call?.arrive(fate)],
      [
        `Vipps is asked: ${fate}`,
        (till, payment) => {
          ask(till, payment);
          till.line(payment.reference).call?.arrive(fate);
          till.hear(payment.reference);
        },
      ],
    ]),
  ),
};

const passing = (ms: number) => (till: ModelTill) => till.pass(ms);
const jumping = (ms: number) => (till: ModelTill) => {
  till.wallMs += ms;
};

function comeUp(till: ModelTill): void {
  if (!till.isFree()) return;
  charge(till);
  const { reference } = till.newest();
  till.hear(reference);
  till.hear(reference);
}

/** Not about one payment. */
const world: Record<string, (till: ModelTill) => void> = {
  'the cashier charges': (till) => {
    if (till.isFree()) charge(till);
  },
  'the cashier charges and the code comes up': comeUp,
  'a customer comes, and pays': (till) => {
    if (!till.isFree()) return;
    comeUp(till);
    const { reference } = till.newest();
    till.vipps.open(reference);
    till.vipps.approve(reference);
    ask(till, till.newest());
    till.hear(reference);
  },
  'a second passes': passing(1_000),
  'a quarter of a minute passes': passing(15_000),
  'a minute passes': passing(60_000),
  'five minutes pass': passing(300_000),
  'ten minutes pass': passing(600_000),
  'the wall clock jumps a day ahead': jumping(dayMs),
  'the wall clock jumps a day back': jumping(-dayMs),
  'a late call arrives': (till) => till.arriveLate(),
  'the server starts again': (till) => till.restart(),
};

const onOne = { ...customer, ...staff, ...calls };
const before = ' (the payment before)';

/** How often each happens, against 1 for all that is not named. */
const often: Record<string, number> = {
  'the cashier charges and the code comes up': 10,
  'a customer comes, and pays': 6,
  'the customer opens it and approves': 9,
  'the cashier charges': 4,
  'the customer opens it': 3,
  'an approval slips through': 5,
  'staff cancel': 4,
  'the code runs out': 2,
  'staff cancel, and an approval slips through': 3,
  'the code runs out, and an approval slips through': 2,
  'staff capture a part': 4,
  'staff capture all': 3,
  'staff refund a part': 2,
  'staff refund all': 4,
  'staff release what is left': 4,
  'staff stop the agreement': 3,
  'Vipps is asked': 2,
  'the answer is heard': 2,
  'Vipps is asked: answered': 12,
  'Vipps is asked: refused': 3,
  'Vipps is asked: answer lost': 4,
};

/** Every step that a story is made of. */
export const steps = [...Object.keys(world), ...Object.keys(onOne)]
  .map((step) => ({ step, weight: 2 * (often[step] ?? 1) }))
  .concat(
    Object.keys(onOne).map((step) => ({ step: step + before, weight: Math.ceil((often[step] ?? 1) / 2) })),
  );

/** Does a step, where it can be done now. @throws what breaks a rule. */
export function take(till: ModelTill, step: string): void {
  const general = world[step];
  if (general) general(till);
  else {
    const isBefore = step.endsWith(before);
    const act = onOne[isBefore ? step.slice(0, -before.length) : step];
    if (act === undefined) throw new Error(`there is no step "${step}"`);
    const payment = till.payments().at(isBefore ? -2 : -1);
    if (payment !== undefined) act(till, payment);
  }
}

/** Everybody has gone home and Vipps answers: what is open comes to its end, and late money is looked for. */
export function rest(till: ModelTill): void {
  while (till.adrift.length > 0) till.arriveLate();
  for (let round = 0; round < 14; round += 1) {
    for (const { reference } of till.payments()) {
      for (let calls = 0; calls < 12; calls += 1) {
        ask(till, till.find(reference));
        if (till.line(reference).call === null) break;
        till.hear(reference);
      }
    }
    till.pass(150_000);
  }
}
