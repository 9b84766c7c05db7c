// The texts of the page for all its parts, and how times are written.
import { createContext, use } from 'react';
import type { StaffTexts } from '../ui/texts/texts.ts';

export type StaffPageTexts = StaffTexts & {
  /** How times are written. */
  readonly locale: string;
};

const StaffContext = createContext<StaffPageTexts | null>(null);
export const StaffTextsProvider = StaffContext.Provider;

/** Throws outside a StaffTextsProvider. */
export function useStaffTexts(): StaffPageTexts {
  const texts = use(StaffContext);
  if (!texts) throw new Error('useStaffTexts needs a StaffTextsProvider');
  return texts;
}
