// The texts of the page for all its parts, and how times are written.
import { neededContext } from '../ui/base/needed-context.ts';
import type { StaffTexts } from '../ui/texts/texts.ts';

export type StaffPageTexts = StaffTexts & {
  /** How times are written. */
  readonly locale: string;
};

/** The hook throws outside the provider. */
export const [StaffTextsProvider, useStaffTexts] = neededContext<StaffPageTexts>('StaffTextsProvider');
