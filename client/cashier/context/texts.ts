// The texts of this page: what it loads, and how its parts get at them.
import type { CashierTexts, Loaders } from '../../ui/texts/texts.ts';
import { useTillTexts } from '../../ui/till/till-context.tsx';

export const cashierTexts: Loaders<CashierTexts> = {
  nb: () => import('../../ui/texts/nb/cashier/all.ts'),
  da: () => import('../../ui/texts/da/cashier/all.ts'),
  sv: () => import('../../ui/texts/sv/cashier/all.ts'),
  fi: () => import('../../ui/texts/fi/cashier/all.ts'),
  en: () => import('../../ui/texts/en/cashier/all.ts'),
};

/** Throws outside a TillProvider. */
export const useTexts = useTillTexts<CashierTexts>;
