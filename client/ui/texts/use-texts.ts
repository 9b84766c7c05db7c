// Texts are loaded when they are needed, and only in the language that is spoken.
import { useEffect } from 'react';
import { useLazy } from '../base/use-lazy.ts';
import { type Language, preferredLanguage } from './languages.ts';
import type { Loaders } from './texts.ts';

export type Spoken<T> = { readonly language: Language; readonly texts: T };

/**
 * A page's texts in a language; while they load, those of the language before, at first null. `lang` of the document
 * is set with them.
 * @param language null as long as none is needed.
 */
export function useLoadedTexts<T>(load: Loaders<T>, language: Language | null): Spoken<T> | null {
  const spoken = useLazy(language, async () => ({
    language: language ?? 'en',
    texts: await load[language ?? 'en'](),
  }));
  const shown = spoken?.language;
  useEffect(() => {
    if (shown) document.documentElement.lang = shown;
  }, [shown]);
  return spoken;
}

/** The same in the browser's own language, where no till says which. */
export function useBrowserTexts<T>(load: Loaders<T>, isNeeded = true): Spoken<T> | null {
  return useLoadedTexts(load, isNeeded ? preferredLanguage(navigator.languages) : null);
}
