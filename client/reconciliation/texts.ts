import type { Loaders, ReconciliationTexts } from '../ui/texts/texts.ts';

/** What this page says, a file for each language. */
export const reconciliationTexts: Loaders<ReconciliationTexts> = {
  nb: () => import('../ui/texts/nb/reconciliation.ts'),
  da: () => import('../ui/texts/da/reconciliation.ts'),
  sv: () => import('../ui/texts/sv/reconciliation.ts'),
  fi: () => import('../ui/texts/fi/reconciliation.ts'),
  en: () => import('../ui/texts/en/reconciliation.ts'),
};
