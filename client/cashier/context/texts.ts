// The words of this page: what it loads, and how its parts get at them.
import type { CashierTexts, Loaders } from '../../ui/texts/texts.ts';
import { useWords as useTillWords } from '../../ui/till/till-context.tsx';

export const cashierTexts: Loaders<CashierTexts> = {
  nb: () => import('../../ui/texts/nb/cashier.ts'),
  da: () => import('../../ui/texts/da/cashier.ts'),
  sv: () => import('../../ui/texts/sv/cashier.ts'),
  fi: () => import('../../ui/texts/fi/cashier.ts'),
  en: () => import('../../ui/texts/en/cashier.ts'),
};

/** Throws outside a TillProvider. */
export const useWords = useTillWords<CashierTexts>;
