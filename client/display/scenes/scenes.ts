// What the customer is shown in each state: one function each, from a payment to texts and a figure.
import type { PaymentState, PaymentView } from '../../../server/contract/payments.ts';
import { isStartedOver } from '../../ui/till/states.ts';
import {
  lateMoney,
  type MakeScene,
  type Scene,
  type SceneTexts,
  still,
  unlessDeclined,
  unlessUnknown,
} from './scene.ts';

const idle = ({ display, app, idleText }: SceneTexts): Scene => ({
  ...still,
  figure: 'scan',
  title: display.idle.title,
  text: idleText || display.idle.text(app),
});

const started: MakeScene = ({ display }, { amount }) => ({
  ...still,
  ...display.started,
  figure: 'dots',
  amountMinor: amount.value,
  stepsDone: 0,
});

/** Without a scan signal the code stays until the customer has approved, so both are said at once. */
const presentedText = ({ display, app }: SceneTexts, { api }: PaymentView) =>
  api === 'ecom' ? display.presented.text(app) : display.presented.textToApprove(app);

const presented: MakeScene = (texts, payment) => ({
  ...still,
  ...unlessDeclined(payment, texts, presentedText(texts, payment)),
  title: texts.display.presented.title,
  figure: payment.qr ? 'qr' : 'dots',
  amountMinor: payment.amount.value,
  stepsDone: 0,
});

const scanned: MakeScene = (texts, payment) => ({
  ...still,
  ...unlessDeclined(payment, texts, texts.display.scanned.text),
  title: texts.display.scanned.title(texts.app),
  figure: 'phone',
  amountMinor: payment.amount.value,
  stepsDone: 1,
});

const closing: MakeScene = (texts, payment) => ({
  ...still,
  ...unlessUnknown(payment, texts, texts.display.closing.text(texts.app)),
  figure: 'dots',
  title: texts.display.closing.title,
});

/** [P1] A payment that was refunded or released in full is not called paid. */
function givenBack({ display }: SceneTexts, payment: PaymentView): Scene | null {
  const { capturedAmount, refundedAmount, releasedAmount } = payment;
  const back = { ...still, figure: 'back', tone: 'calm' } as const;
  if (refundedAmount > 0 && refundedAmount >= capturedAmount) {
    return { ...back, ...display.refunded, amountMinor: refundedAmount };
  }
  const isReleased = releasedAmount > 0 && capturedAmount === 0;
  return isReleased ? { ...back, ...display.released, amountMinor: releasedAmount } : null;
}

const approved: MakeScene = (texts, payment) => {
  const { display, money } = texts;
  const { amount, problem, refundedAmount, releasedAmount } = payment;
  const isLate = problem?.code === 'paid_late';
  const text = isLate ? display.paidLate : display.approved.text;
  return (
    givenBack(texts, payment) ?? {
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

const cancelled: MakeScene = (texts, payment) =>
  lateMoney(texts, payment) ?? { ...still, ...texts.display.cancelled, figure: 'back', tone: 'calm' };

const expired: MakeScene = (texts, payment) =>
  lateMoney(texts, payment) ?? { ...still, ...texts.display.expired, figure: 'clock', tone: 'calm' };

const failed: MakeScene = (texts, payment) => {
  const { display, app } = texts;
  const isAway = payment.problem?.code === 'vipps_unavailable';
  const text = isAway ? display.failedUnavailable(app) : display.failed.text;
  return (
    lateMoney(texts, payment) ?? {
      ...still,
      title: display.failed.title,
      text,
      figure: 'alert',
      tone: 'warn',
    }
  );
};

export type Scenes = Readonly<Record<PaymentState, MakeScene>>;

const scenes: Scenes = {
  started,
  presented,
  scanned,
  closing,
  approved,
  cancelled,
  expired,
  failed,
};

/**
 * What the customer is shown for the till's payment; null is an idle till.
 * @param signUps the scenes of a subscriber; null for the moment in which they are not loaded yet.
 */
export function sceneOf(payment: PaymentView | null, texts: SceneTexts, signUps: Scenes | null): Scene {
  if (!payment) return idle(texts);
  if (payment.agreement && !signUps) return { ...still, ...texts.display.started, figure: 'dots' };
  const all = payment.agreement ? (signUps ?? scenes) : scenes;
  // Its successor is on its way: for the customer the code is still being prepared.
  return all[isStartedOver(payment) ? 'started' : payment.state](texts, payment);
}
