import type { Loaders, SettingsTexts } from '../ui/texts/texts.ts';

/** What this page says, a file for each language. */
export const settingsTexts: Loaders<SettingsTexts> = {
  nb: () => import('../ui/texts/nb/settings.ts'),
  da: () => import('../ui/texts/da/settings.ts'),
  sv: () => import('../ui/texts/sv/settings.ts'),
  fi: () => import('../ui/texts/fi/settings.ts'),
  en: () => import('../ui/texts/en/settings.ts'),
};
