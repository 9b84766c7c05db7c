import type { AuditTexts, Loaders } from '../ui/texts/texts.ts';

/** What this page says, a file for each language. */
export const auditTexts: Loaders<AuditTexts> = {
  nb: () => import('../ui/texts/nb/audit.ts'),
  da: () => import('../ui/texts/da/audit.ts'),
  sv: () => import('../ui/texts/sv/audit.ts'),
  fi: () => import('../ui/texts/fi/audit.ts'),
  en: () => import('../ui/texts/en/audit.ts'),
};
