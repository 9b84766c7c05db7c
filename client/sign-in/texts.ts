import type { Loaders, SignInTexts } from '../ui/texts/texts.ts';

/** What this page says, a file for each language. */
export const signInTexts: Loaders<SignInTexts> = {
  nb: () => import('../ui/texts/nb/sign-in.ts'),
  da: () => import('../ui/texts/da/sign-in.ts'),
  sv: () => import('../ui/texts/sv/sign-in.ts'),
  fi: () => import('../ui/texts/fi/sign-in.ts'),
  en: () => import('../ui/texts/en/sign-in.ts'),
};
