// The texts of the page for all its parts, and how amounts and times are written.
import { neededContext } from '../ui/base/needed-context.ts';
import type { SettingsTexts } from '../ui/texts/texts.ts';

export type SettingsPageTexts = SettingsTexts & {
  /** How amounts and times are written: as at the first till, in the language of the page. */
  readonly locale: string;
};

/** The hook throws outside the provider. */
export const [SettingsTextsProvider, useSettingsTexts] =
  neededContext<SettingsPageTexts>('SettingsTextsProvider');
