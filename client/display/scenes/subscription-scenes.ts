// What a customer is shown who is to become a subscriber: one function for each state, as in scenes.ts.
import type { PaymentState, PaymentView } from '../../../server/contract/payments.ts';
import { lateMoneyOf } from '../../ui/till/late-money.ts';
import {
  lateMoney,
  type MakeScene,
  type Scene,
  still,
  unlessDeclined,
  unlessUnknown,
  type Words,
} from './scene.ts';

const started: MakeScene = ({ display }) => ({
  ...still,
  ...display.started,
  figure: 'dots',
  showsTerms: true,
  stepsDone: 0,
});

const presented: MakeScene = (words, payment) => {
  const { title, text } = words.display.signUp.presented;
  return {
    ...still,
    ...unlessDeclined(payment, words, text(words.app)),
    title,
    figure: payment.qr ? 'qr' : 'dots',
    showsTerms: true,
    stepsDone: 0,
  };
};

const scanned: MakeScene = (words, payment) => ({
  ...still,
  ...unlessDeclined(payment, words, words.display.scanned.text),
  title: words.display.scanned.title(words.app),
  figure: 'phone',
  showsTerms: true,
  stepsDone: 1,
});

const closing: MakeScene = (words, payment) => ({
  ...still,
  ...unlessUnknown(payment, words, words.display.signUp.closing(words.app)),
  figure: 'dots',
  title: words.display.closing.title,
});

/** What the first payment has come to. */
function paidText(
  { display, money }: Words,
  { amount, refundedAmount, releasedAmount }: PaymentView,
): string {
  const { signUp, refundedInPart } = display;
  const backMinor = refundedAmount + releasedAmount;
  if (backMinor > 0) return refundedInPart(money(backMinor));
  return amount.value > 0 ? signUp.paid(money(amount.value)) : signUp.paidNothing;
}

const approved: MakeScene = (words, payment) => {
  const { display } = words;
  const { status, product } = payment.agreement ?? {};
  if (status === 'stopping' || status === 'stopped') {
    return { ...still, ...display.signUp[status], figure: 'back', tone: 'calm' };
  }
  const isLate = payment.problem?.code === 'paid_late';
  const welcome = `${display.signUp.active.text(product?.name ?? '')} ${paidText(words, payment)}`;
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

/** [P3] Who agreed too late has no agreement: it is ended, and what was paid is given back. */
function late(words: Words, payment: PaymentView): Scene | null {
  const fate = lateMoneyOf(payment)?.fate;
  if (fate !== 'returning' && fate !== 'released') return lateMoney(words, payment);
  return { ...still, ...words.display.signUp.late[fate], figure: 'back', tone: 'calm' };
}

const cancelled: MakeScene = (words, payment) =>
  late(words, payment) ?? { ...still, ...words.display.signUp.cancelled, figure: 'back', tone: 'calm' };

const expired: MakeScene = (words, payment) =>
  late(words, payment) ?? { ...still, ...words.display.signUp.expired, figure: 'clock', tone: 'calm' };

const failed: MakeScene = (words, payment) => {
  const { failed: said, failedUnavailable } = words.display.signUp;
  const isAway = payment.problem?.code === 'vipps_unavailable';
  const text = isAway ? failedUnavailable(words.app) : said.text;
  return late(words, payment) ?? { ...still, title: said.title, text, figure: 'alert', tone: 'warn' };
};

export const subscriptionScenes: Readonly<Record<PaymentState, MakeScene>> = {
  started,
  presented,
  scanned,
  closing,
  approved,
  cancelled,
  expired,
  failed,
};
