import type { Loaders, LockTexts } from './texts.ts';

/** What the lock of all pages of staff says, a file for each language. */
export const lockTexts: Loaders<LockTexts> = {
  nb: () => import('./nb/lock.ts'),
  da: () => import('./da/lock.ts'),
  sv: () => import('./sv/lock.ts'),
  fi: () => import('./fi/lock.ts'),
  en: () => import('./en/lock.ts'),
};
