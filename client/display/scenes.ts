// What the customer is shown in each state: one function each, from a payment to words and a figure.
import type { PaymentState, PaymentView } from '../../server/contract.ts';
import type { IconName } from '../ui/icon.tsx';
import type { Texts } from '../ui/texts/texts.ts';

export type Scene = {
  readonly figure: 'qr' | IconName;
  readonly title: string;
  readonly text: string;
  /** `notice` stands out: something the customer did not expect. */
  readonly textTone: 'soft' | 'notice';
  readonly showsAmount: boolean;
  readonly countsDown: boolean;
  /** How many of scan, approve, done are over; null when that is beside the point. */
  readonly stepsDone: 0 | 1 | 3 | null;
};

type Words = { readonly display: Texts['display']; readonly app: string };
type MakeScene = (words: Words, payment: PaymentView | null) => Scene;

const still = { textTone: 'soft', showsAmount: false, countsDown: false, stepsDone: null } as const;

const idle: MakeScene = ({ display, app }) => ({
  ...still,
  figure: 'scan',
  title: display.idle.title,
  text: display.idle.text(app),
});

const started: MakeScene = ({ display }) => ({
  ...still,
  ...display.started,
  figure: 'dots',
  showsAmount: true,
  stepsDone: 0,
});

const isDeclined = (payment: PaymentView | null) => payment?.problem?.code === 'declined';

const presented: MakeScene = ({ display, app }, payment) => ({
  title: display.presented.title,
  text: isDeclined(payment) ? display.declined : display.presented.text(app),
  textTone: isDeclined(payment) ? 'notice' : 'soft',
  figure: payment?.qr ? 'qr' : 'dots',
  showsAmount: true,
  countsDown: true,
  stepsDone: 0,
});

const scanned: MakeScene = ({ display, app }, payment) => ({
  title: display.scanned.title(app),
  text: isDeclined(payment) ? display.declined : display.scanned.text,
  textTone: isDeclined(payment) ? 'notice' : 'soft',
  figure: 'phone',
  showsAmount: true,
  countsDown: true,
  stepsDone: 1,
});

const closing: MakeScene = ({ display, app }) => ({
  ...still,
  figure: 'dots',
  title: display.closing.title,
  text: display.closing.text(app),
});

const approved: MakeScene = ({ display }) => ({
  ...still,
  ...display.approved,
  figure: 'check',
  showsAmount: true,
  stepsDone: 3,
});

// Who approved too late wants to know about that money, not that none was taken.
const endedText = (text: string, { display }: Words, payment: PaymentView | null) =>
  payment?.problem?.code === 'released' ? display.released : text;

const cancelled: MakeScene = (words, payment) => ({
  ...still,
  figure: 'back',
  title: words.display.cancelled.title,
  text: endedText(words.display.cancelled.text, words, payment),
});

const expired: MakeScene = (words, payment) => ({
  ...still,
  figure: 'clock',
  title: words.display.expired.title,
  text: endedText(words.display.expired.text, words, payment),
});

const failed: MakeScene = (words, payment) => ({
  ...still,
  figure: 'alert',
  title: words.display.failed.title,
  text: endedText(words.display.failed.text, words, payment),
});

const scenes: Readonly<Record<PaymentState | 'idle', MakeScene>> = {
  idle,
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
  return scenes[payment?.state ?? 'idle'](words, payment);
}
