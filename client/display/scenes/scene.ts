// What the customer's screen shows, and what its scenes are made with.
import type { PaymentView } from '../../../server/contract/payments.ts';
import type { IconName } from '../../ui/parts/icon.tsx';
import type { Texts } from '../../ui/texts/texts.ts';
import { lateMoneyOf } from '../../ui/till/late-money.ts';

export type Scene = {
  readonly figure: 'qr' | IconName;
  /** The colour of the whole screen: `good` is "Paid", `calm` is over without harm, `warn` sends the customer to the cashier. */
  readonly tone: 'plain' | 'good' | 'calm' | 'warn';
  readonly title: string;
  readonly text: string;
  /** `notice` stands out: something the customer did not expect. */
  readonly textTone: 'soft' | 'notice';
  /** What the customer pays, or gets back, in minor units; null when that is beside the point. */
  readonly amountMinor: number | null;
  /** Whether what is to be agreed to is shown. */
  readonly showsTerms: boolean;
  /** How many of scan, approve, done are over; null when that is beside the point. */
  readonly stepsDone: 0 | 1 | 3 | null;
};

export type SceneTexts = {
  readonly display: Texts['display'];
  readonly app: string;
  readonly money: (amountMinor: number) => string;
  /** What the shop says while nobody pays, in lines. */
  readonly idleText?: string | undefined;
};
export type MakeScene = (texts: SceneTexts, payment: PaymentView) => Scene;

export const still = {
  tone: 'plain',
  textTone: 'soft',
  amountMinor: null,
  showsTerms: false,
  stepsDone: null,
} as const;

type Said = Pick<Scene, 'text' | 'textTone'>;

/** @param otherwise what is said unless the card was declined. */
export function unlessDeclined({ problem }: PaymentView, { display }: SceneTexts, otherwise: string): Said {
  return problem?.code === 'declined'
    ? { text: display.declined, textTone: 'notice' }
    : { text: otherwise, textTone: 'soft' };
}

/** @param otherwise what is said unless Vipps does not know the payment any more: then only staff can find out. */
export function unlessUnknown({ problem }: PaymentView, { display }: SceneTexts, otherwise: string): Said {
  return problem?.code === 'unknown_order'
    ? { text: display.paidLate, textTone: 'notice' }
    : { text: otherwise, textTone: 'soft' };
}

/** [P3] A customer who approved too late is told of that money, not that none was taken. */
export function lateMoney({ display }: SceneTexts, payment: PaymentView): Scene | null {
  const late = lateMoneyOf(payment);
  if (!late) return null;
  const scene = { ...still, ...display.late[late.fate], amountMinor: late.amountMinor };
  return late.fate === 'kept'
    ? { ...scene, figure: 'alert', tone: 'warn' }
    : { ...scene, figure: 'back', tone: 'calm' };
}
