import type { Loaders, StaffTexts } from '../ui/texts/texts.ts';

/** What this page says, a file for each language. */
export const staffTexts: Loaders<StaffTexts> = {
  nb: () => import('../ui/texts/nb/staff.ts'),
  da: () => import('../ui/texts/da/staff.ts'),
  sv: () => import('../ui/texts/sv/staff.ts'),
  fi: () => import('../ui/texts/fi/staff.ts'),
  en: () => import('../ui/texts/en/staff.ts'),
};
