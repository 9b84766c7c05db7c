import { createContext, type ReactNode, use, useEffect } from 'react';
import type { Amount, TillView } from '../../server/contract.ts';
import { moneyText } from './money.ts';
import { appNames, type Texts, textsFor } from './texts/texts.ts';

/** What every part of a screen needs to know about its till in order to speak. */
export type TillWords = {
  readonly till: TillView;
  readonly texts: Texts;
  /** Vipps or MobilePay. */
  readonly app: string;
  /** An amount of the till's currency (minor units), as its locale writes it. */
  readonly money: (amountMinor: number) => string;
};

const TillContext = createContext<TillWords | null>(null);

function useDocument(lang: string, { brand, name }: TillView) {
  useEffect(() => {
    document.documentElement.lang = lang;
    document.documentElement.dataset['brand'] = brand;
    document.title = name;
  }, [lang, brand, name]);
}

export function TillProvider({ till, children }: { till: TillView; children: ReactNode }) {
  const texts = textsFor(till.locale);
  useDocument(texts.lang, till);
  const money = (value: Amount['value']) => moneyText({ value, currency: till.currency }, till.locale);
  return <TillContext value={{ till, texts, app: appNames[till.brand], money }}>{children}</TillContext>;
}

/** Throws outside a TillProvider. */
export function useWords(): TillWords {
  const words = use(TillContext);
  if (!words) throw new Error('useWords needs a TillProvider');
  return words;
}
