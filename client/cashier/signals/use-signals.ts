import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { usePaymentTexts } from '../context/session-context.tsx';
import { statusTextOf } from '../payment/status-text.ts';
import { type Choice, keepChoice, recallChoice } from './choice.ts';
import { mayNotify, notify } from './notify.ts';
import { allowSound, playTones } from './play-tones.ts';
import { outcomeBetween, tonesFor } from './tones.ts';

export type Signals = Choice & {
  /** The cashier switched notifications on, and the browser does not allow them. */
  readonly isBlocked: boolean;
  readonly switchSound: () => void;
  readonly switchNotify: () => void;
};

/** Any tap or key: browsers stay silent until then. */
function useTouched(onTouch: () => void): void {
  const touch = useEffectEvent(onTouch);
  useEffect(() => {
    const events = ['pointerup', 'keydown'] as const;
    for (const event of events) addEventListener(event, touch);
    return () => {
      for (const event of events) removeEventListener(event, touch);
    };
  }, []);
}

function useChoice(): Signals {
  const [choice, setChoice] = useState(recallChoice);
  const [isBlocked, setBlocked] = useState(false);
  const choose = (change: Partial<Choice>) => {
    const next = { ...choice, ...change };
    keepChoice(next);
    setChoice(next);
  };
  const switchNotify = async () => {
    if (choice.notify) return choose({ notify: false });
    const isAllowed = await mayNotify();
    setBlocked(!isAllowed);
    choose({ notify: isAllowed });
  };
  return {
    ...choice,
    isBlocked,
    switchSound: () => {
      if (!choice.sound) void allowSound().then(() => playTones(tonesFor.paid));
      choose({ sound: !choice.sound });
    },
    switchNotify: () => void switchNotify(),
  };
}

/** Tells by sound, and with a hidden tab by a notification, how the payment in the middle column ended. */
export function useSignals(payment: PaymentView | null): Signals {
  const signals = useChoice();
  const texts = usePaymentTexts();
  const before = useRef<PaymentView | null>(null);
  useTouched(() => {
    if (signals.sound) void allowSound();
  });
  const tell = useEffectEvent((now: PaymentView | null) => {
    const outcome = outcomeBetween(before.current, now);
    before.current = now;
    if (outcome === null || now === null) return;
    if (signals.sound) playTones(tonesFor[outcome]);
    if (!signals.notify || !document.hidden) return;
    const { title, text } = statusTextOf(now, texts);
    const amount = now.amount.value > 0 ? ` ${texts.money(now.amount.value)}` : '';
    notify(`${title}${amount}`, text ?? '', now.reference);
  });
  useEffect(() => tell(payment), [payment]);
  return signals;
}
