// What every part of the page speaks with.
import { createContext, use } from 'react';
import type { StaffTexts } from '../ui/texts/texts.ts';

export type StaffWords = StaffTexts & {
  /** How times are written. */
  readonly locale: string;
};

const StaffContext = createContext<StaffWords | null>(null);
export const StaffWordsProvider = StaffContext.Provider;

/** Throws outside a StaffWordsProvider. */
export function useStaffWords(): StaffWords {
  const words = use(StaffContext);
  if (!words) throw new Error('useStaffWords needs a StaffWordsProvider');
  return words;
}
