// The texts of this page: what it loads, and how its parts get at them.
import type { DisplayTexts, Loaders } from '../../ui/texts/texts.ts';
import { useTillTexts } from '../../ui/till/till-context.tsx';

export const displayTexts: Loaders<DisplayTexts> = {
  nb: () => import('../../ui/texts/nb/display.ts'),
  da: () => import('../../ui/texts/da/display.ts'),
  sv: () => import('../../ui/texts/sv/display.ts'),
  fi: () => import('../../ui/texts/fi/display.ts'),
  en: () => import('../../ui/texts/en/display.ts'),
};

/** Throws outside a TillProvider. */
export const useTexts = useTillTexts<DisplayTexts>;
