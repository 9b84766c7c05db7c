// What the browser's tab tells of the till while another tab is in front.
import type { PaymentView } from '../../../server/contract/payments.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import { isFinal, isStartedOver } from '../../ui/till/states.ts';
import { attentionOf } from '../payment/attention.ts';

export type TabState = 'idle' | keyof Texts['counter']['tab'];

/** @param hasMatters a payment of the day, or of before, needs attention. */
export function tabStateOf(payment: PaymentView | null, hasMatters: boolean): TabState {
  if (payment === null) return hasMatters ? 'attention' : 'idle';
  if (!isFinal(payment.state) || isStartedOver(payment)) return 'waiting';
  if (attentionOf(payment) !== null) return 'attention';
  return payment.state === 'approved' ? 'paid' : 'unpaid';
}

type Said = { readonly tillName: string; readonly texts: Texts['counter']['tab'] };

/** The state comes first: tabs are narrow. @param amount as the locale writes it; empty without a payment. */
export function tabTitleOf(state: TabState, amount: string, { tillName, texts }: Said): string {
  if (state === 'idle') return tillName;
  return `${[texts[state], amount].filter(Boolean).join(' ')} · ${tillName}`;
}
