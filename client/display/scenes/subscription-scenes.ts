// What a customer who signs up for a subscription is shown: one function for each state, as in scenes.ts.
import type { PaymentView } from '../../../server/contract/payments.ts';
import { lateMoneyOf } from '../../ui/till/late-money.ts';
import {
  lateMoney,
  type MakeScene,
  type Scene,
  type SceneTexts,
  still,
  unlessDeclined,
  unlessUnknown,
} from './scene.ts';
import type { Scenes } from './scenes.ts';

const started: MakeScene = ({ display }) => ({
  ...still,
  ...display.started,
  figure: 'dots',
  showsTerms: true,
  stepsDone: 0,
});

const presented: MakeScene = (texts, payment) => {
  const { title, text } = texts.display.signUp.presented;
  return {
    ...still,
    ...unlessDeclined(payment, texts, text(texts.app)),
    title,
    figure: payment.qr ? 'qr' : 'dots',
    showsTerms: true,
    stepsDone: 0,
  };
};

const scanned: MakeScene = (texts, payment) => ({
  ...still,
  ...unlessDeclined(payment, texts, texts.display.scanned.text),
  title: texts.display.scanned.title(texts.app),
  figure: 'phone',
  showsTerms: true,
  stepsDone: 1,
});

const closing: MakeScene = (texts, payment) => ({
  ...still,
  ...unlessUnknown(payment, texts, texts.display.signUp.closing(texts.app)),
  figure: 'dots',
  title: texts.display.closing.title,
});

/** What the first payment has come to. */
function paidText(
  { display, money }: SceneTexts,
  { amount, refundedAmount, releasedAmount }: PaymentView,
): string {
  const { signUp, refundedInPart } = display;
  const backMinor = refundedAmount + releasedAmount;
  if (backMinor > 0) return refundedInPart(money(backMinor));
  return amount.value > 0 ? signUp.paid(money(amount.value)) : signUp.paidNothing;
}

const approved: MakeScene = (texts, payment) => {
  const { display } = texts;
  const { status, product } = payment.agreement ?? {};
  if (status === 'stopping' || status === 'stopped') {
    return { ...still, ...display.signUp[status], figure: 'back', tone: 'calm' };
  }
  const isLate = payment.problem?.code === 'paid_late';
  const welcome = `${display.signUp.active.text(product?.name ?? '')} ${paidText(texts, payment)}`;
  return {
    ...still,
    figure: 'check',
    tone: 'good',
    title: display.signUp.active.title,
    text: isLate ? display.paidLate : welcome,
    textTone: isLate ? 'notice' : 'soft',
    stepsDone: 3,
  };
};

/** [P3] A customer who agreed too late has no agreement: it is ended, and what was paid is given back. */
function late(texts: SceneTexts, payment: PaymentView): Scene | null {
  const fate = lateMoneyOf(payment)?.fate;
  if (fate !== 'returning' && fate !== 'released') return lateMoney(texts, payment);
  return { ...still, ...texts.display.signUp.late[fate], figure: 'back', tone: 'calm' };
}

const cancelled: MakeScene = (texts, payment) =>
  late(texts, payment) ?? { ...still, ...texts.display.signUp.cancelled, figure: 'back', tone: 'calm' };

const expired: MakeScene = (texts, payment) =>
  late(texts, payment) ?? { ...still, ...texts.display.signUp.expired, figure: 'clock', tone: 'calm' };

const failed: MakeScene = (texts, payment) => {
  const { failed: said, failedUnavailable } = texts.display.signUp;
  const isAway = payment.problem?.code === 'vipps_unavailable';
  const text = isAway ? failedUnavailable(texts.app) : said.text;
  return late(texts, payment) ?? { ...still, title: said.title, text, figure: 'alert', tone: 'warn' };
};

export const subscriptionScenes: Scenes = {
  started,
  presented,
  scanned,
  closing,
  approved,
  cancelled,
  expired,
  failed,
};
