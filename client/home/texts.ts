import type { HomeTexts, Loaders } from '../ui/texts/texts.ts';

/** What this page says, a file for each language. */
export const homeTexts: Loaders<HomeTexts> = {
  nb: () => import('../ui/texts/nb/home.ts'),
  da: () => import('../ui/texts/da/home.ts'),
  sv: () => import('../ui/texts/sv/home.ts'),
  fi: () => import('../ui/texts/fi/home.ts'),
  en: () => import('../ui/texts/en/home.ts'),
};
