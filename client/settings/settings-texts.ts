// The texts of the page for all its parts, and how amounts and times are written.
import { createContext, use } from 'react';
import type { SettingsTexts } from '../ui/texts/texts.ts';

export type SettingsPageTexts = SettingsTexts & {
  /** How amounts and times are written: as at the first till, in the language of the page. */
  readonly locale: string;
};

const SettingsTextsContext = createContext<SettingsPageTexts | null>(null);
export const SettingsTextsProvider = SettingsTextsContext.Provider;

/** Throws outside a SettingsTextsProvider. */
export function useSettingsTexts(): SettingsPageTexts {
  const texts = use(SettingsTextsContext);
  if (!texts) throw new Error('useSettingsTexts needs a SettingsTextsProvider');
  return texts;
}
