// What the customer is shown in each state: one function each, from a payment to words and a figure.
import type { PaymentState, PaymentView } from '../../server/contract.ts';
import type { IconName } from '../ui/icon.tsx';
import { lateMoneyOf } from '../ui/late-money.ts';
import { isStartedOver } from '../ui/states.ts';
import type { Texts } from '../ui/texts/texts.ts';

export type Scene = {
  readonly figure: 'qr' | IconName;
  /** The colour of the whole screen: `good` is "Paid", `calm` is over without harm, `warn` needs somebody at the till. */
  readonly tone: 'plain' | 'good' | 'calm' | 'warn';
  readonly title: string;
  readonly text: string;
  /** `notice` stands out: something the customer did not expect. */
  readonly textTone: 'soft' | 'notice';
  /** What the customer pays, or gets back, in minor units; null when that is beside the point. */
  readonly amountMinor: number | null;
  /** How many of scan, approve, done are over; null when that is beside the point. */
  readonly stepsDone: 0 | 1 | 3 | null;
};

type Words = {
  readonly display: Texts['display'];
  readonly app: string;
  readonly money: (amountMinor: number) => string;
};
type MakeScene = (words: Words, payment: PaymentView) => Scene;

const still = { tone: 'plain', textTone: 'soft', amountMinor: null, stepsDone: null } as const;

const idle = ({ display, app }: Words): Scene => ({
  ...still,
  figure: 'scan',
  title: display.idle.title,
  text: display.idle.text(app),
});

const started: MakeScene = ({ display }, { amount }) => ({
  ...still,
  ...display.started,
  figure: 'dots',
  amountMinor: amount.value,
  stepsDone: 0,
});

const isDeclined = ({ problem }: PaymentView) => problem?.code === 'declined';

/** Without a scan signal the code stays until the customer has approved, so both are said at once. */
const presentedText = ({ presented }: Words['display'], app: string, { api }: PaymentView) =>
  api === 'ecom' ? presented.text(app) : presented.textToApprove(app);

const presented: MakeScene = ({ display, app }, payment) => ({
  ...still,
  title: display.presented.title,
  text: isDeclined(payment) ? display.declined : presentedText(display, app, payment),
  textTone: isDeclined(payment) ? 'notice' : 'soft',
  figure: payment.qr ? 'qr' : 'dots',
  amountMinor: payment.amount.value,
  stepsDone: 0,
});

const scanned: MakeScene = ({ display, app }, payment) => ({
  ...still,
  title: display.scanned.title(app),
  text: isDeclined(payment) ? display.declined : display.scanned.text,
  textTone: isDeclined(payment) ? 'notice' : 'soft',
  figure: 'phone',
  amountMinor: payment.amount.value,
  stepsDone: 1,
});

const closing: MakeScene = ({ display, app }) => ({
  ...still,
  figure: 'dots',
  title: display.closing.title,
  text: display.closing.text(app),
});

const approved: MakeScene = ({ display, money }, payment) => {
  const { amount, problem, capturedAmount, refundedAmount } = payment;
  if (refundedAmount > 0 && refundedAmount >= capturedAmount) {
    return { ...still, ...display.refunded, figure: 'back', tone: 'calm', amountMinor: refundedAmount };
  }
  const isLate = problem?.code === 'paid_late';
  const text = isLate ? display.paidLate : display.approved.text;
  return {
    ...still,
    figure: 'check',
    tone: 'good',
    title: display.approved.title,
    text: refundedAmount > 0 ? display.refundedInPart(money(refundedAmount)) : text,
    textTone: isLate ? 'notice' : 'soft',
    amountMinor: amount.value,
    stepsDone: 3,
  };
};

/** [P3] Who approved too late wants to know about that money, not that none was taken. */
function lateMoney({ display }: Words, payment: PaymentView): Scene | null {
  const late = lateMoneyOf(payment);
  if (!late) return null;
  const words = { ...still, ...display.late[late.fate], amountMinor: late.amountMinor };
  return late.fate === 'kept'
    ? { ...words, figure: 'alert', tone: 'warn' }
    : { ...words, figure: 'back', tone: 'calm' };
}

const cancelled: MakeScene = (words, payment) =>
  lateMoney(words, payment) ?? { ...still, ...words.display.cancelled, figure: 'back', tone: 'calm' };

const expired: MakeScene = (words, payment) =>
  lateMoney(words, payment) ?? { ...still, ...words.display.expired, figure: 'clock', tone: 'calm' };

const failed: MakeScene = (words, payment) => {
  const { display, app } = words;
  const isAway = payment.problem?.code === 'vipps_unavailable';
  const text = isAway ? display.failedUnavailable(app) : display.failed.text;
  return (
    lateMoney(words, payment) ?? {
      ...still,
      title: display.failed.title,
      text,
      figure: 'alert',
      tone: 'warn',
    }
  );
};

const scenes: Readonly<Record<PaymentState, MakeScene>> = {
  started,
  presented,
  scanned,
  closing,
  approved,
  cancelled,
  expired,
  failed,
};

/** What the customer is shown for the till's payment; null is an idle till. */
export function sceneOf(payment: PaymentView | null, words: Words): Scene {
  if (!payment) return idle(words);
  // Its successor is on its way: for the customer the code is still being prepared.
  return scenes[isStartedOver(payment) ? 'started' : payment.state](words, payment);
}
