// What the customer is shown in each state: one function each, from a payment to words and a figure.
import type { PaymentState, PaymentView } from '../../../server/contract/payments.ts';
import { isStartedOver } from '../../ui/till/states.ts';
import {
  lateMoney,
  type MakeScene,
  type Scene,
  still,
  unlessDeclined,
  unlessUnknown,
  type Words,
} from './scene.ts';
import { subscriptionScenes } from './subscription-scenes.ts';

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

/** Without a scan signal the code stays until the customer has approved, so both are said at once. */
const presentedText = ({ display, app }: Words, { api }: PaymentView) =>
  api === 'ecom' ? display.presented.text(app) : display.presented.textToApprove(app);

const presented: MakeScene = (words, payment) => ({
  ...still,
  ...unlessDeclined(payment, words, presentedText(words, payment)),
  title: words.display.presented.title,
  figure: payment.qr ? 'qr' : 'dots',
  amountMinor: payment.amount.value,
  stepsDone: 0,
});

const scanned: MakeScene = (words, payment) => ({
  ...still,
  ...unlessDeclined(payment, words, words.display.scanned.text),
  title: words.display.scanned.title(words.app),
  figure: 'phone',
  amountMinor: payment.amount.value,
  stepsDone: 1,
});

const closing: MakeScene = (words, payment) => ({
  ...still,
  ...unlessUnknown(payment, words, words.display.closing.text(words.app)),
  figure: 'dots',
  title: words.display.closing.title,
});

/** [P1] What was given back in full is not called paid. */
function givenBack({ display }: Words, payment: PaymentView): Scene | null {
  const { capturedAmount, refundedAmount, releasedAmount } = payment;
  const back = { ...still, figure: 'back', tone: 'calm' } as const;
  if (refundedAmount > 0 && refundedAmount >= capturedAmount) {
    return { ...back, ...display.refunded, amountMinor: refundedAmount };
  }
  const isReleased = releasedAmount > 0 && capturedAmount === 0;
  return isReleased ? { ...back, ...display.released, amountMinor: releasedAmount } : null;
}

const approved: MakeScene = (words, payment) => {
  const { display, money } = words;
  const { amount, problem, refundedAmount, releasedAmount } = payment;
  const isLate = problem?.code === 'paid_late';
  const text = isLate ? display.paidLate : display.approved.text;
  return (
    givenBack(words, payment) ?? {
      ...still,
      figure: 'check',
      tone: 'good',
      title: display.approved.title,
      text: refundedAmount > 0 ? display.refundedInPart(money(refundedAmount)) : text,
      textTone: isLate ? 'notice' : 'soft',
      amountMinor: amount.value - releasedAmount,
      stepsDone: 3,
    }
  );
};

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
  const all = payment.agreement ? subscriptionScenes : scenes;
  // Its successor is on its way: for the customer the code is still being prepared.
  return all[isStartedOver(payment) ? 'started' : payment.state](words, payment);
}
