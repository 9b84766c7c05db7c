import type { GuardTexts } from '../ui/texts/texts.ts';

declare global {
  /** Put before the guard by client/build/page-guard.ts: its texts by language. */
  const __GUARD_TEXTS__: Readonly<Record<string, GuardTexts['guard']>>;
}
