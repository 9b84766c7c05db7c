import { createContext, type ReactNode, use, useLayoutEffect } from 'react';
import type { Amount, TillView } from '../../../server/contract/payments.ts';
import { moneyText } from '../base/money.ts';
import { type Language, localeFor } from '../texts/languages.ts';
import { appNames, type SharedTexts } from '../texts/texts.ts';
import type { Spoken } from '../texts/use-texts.ts';

/** The till of a screen, and what the texts about it are made with. */
export type TillTexts<T extends SharedTexts = SharedTexts> = {
  readonly till: TillView;
  readonly texts: T;
  readonly language: Language;
  /** How amounts and times are written: as at this till, in the language of the texts. */
  readonly locale: string;
  /** Vipps or MobilePay. */
  readonly app: string;
  /** An amount of the till's currency (minor units), as the locale writes it. */
  readonly money: (amountMinor: number) => string;
};

const TillContext = createContext<TillTexts | null>(null);

function useDocument({ brand, name }: TillView) {
  // Before the effects of the children, which may set a longer title.
  useLayoutEffect(() => {
    document.documentElement.dataset['brand'] = brand;
    document.title = name;
  }, [brand, name]);
}

function textsOf(till: TillView, { language, texts }: Spoken<SharedTexts>): TillTexts {
  const locale = localeFor(language, till.locale);
  const money = (value: Amount['value']) => moneyText({ value, currency: till.currency }, locale);
  return { till, texts, language, locale, app: appNames[till.brand], money };
}

type Props = { till: TillView; spoken: Spoken<SharedTexts>; children: ReactNode };

export function TillProvider({ till, spoken, children }: Props) {
  useDocument(till);
  return <TillContext value={textsOf(till, spoken)}>{children}</TillContext>;
}

/** For parts about another till than that of the page around them, in its language. */
export function OtherTillProvider({ till, children }: Omit<Props, 'spoken'>) {
  return <TillContext value={textsOf(till, useTillTexts())}>{children}</TillContext>;
}

/** Throws outside a TillProvider. `T` is what the page around it has loaded: each names it once, in its `texts.ts`. */
export function useTillTexts<T extends SharedTexts = SharedTexts>(): TillTexts<T> {
  const texts = use(TillContext);
  if (!texts) throw new Error('useTillTexts needs a TillProvider');
  return texts as TillTexts<T>;
}
