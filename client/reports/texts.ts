import type { Loaders, ReportsTexts } from '../ui/texts/texts.ts';

/** What this page says, a file for each language. */
export const reportsTexts: Loaders<ReportsTexts> = {
  nb: () => import('../ui/texts/nb/reports.ts'),
  da: () => import('../ui/texts/da/reports.ts'),
  sv: () => import('../ui/texts/sv/reports.ts'),
  fi: () => import('../ui/texts/fi/reports.ts'),
  en: () => import('../ui/texts/en/reports.ts'),
};
