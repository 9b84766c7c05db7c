// Texts are loaded when they are needed, and only in the language that is spoken.
import { useEffect, useSyncExternalStore } from 'react';
import { useLazy } from '../base/use-lazy.ts';
import { type Language, preferredLanguage } from './languages.ts';
import type { Loaders } from './texts.ts';

export type Spoken<T> = { readonly language: Language; readonly texts: T };

/** The language in which the page speaks; null until it does. */
const pageLanguage = {
  spoken: null as Language | null,
  listeners: new Set<() => void>(),
  tell(language: Language) {
    pageLanguage.spoken = language;
    for (const listener of pageLanguage.listeners) listener();
  },
  listen(listener: () => void) {
    pageLanguage.listeners.add(listener);
    return () => void pageLanguage.listeners.delete(listener);
  },
};

/** For what lies around a page: the language of its texts, until it has any that of the browser. */
export function usePageLanguage(): Language {
  const spoken = useSyncExternalStore(pageLanguage.listen, () => pageLanguage.spoken);
  return spoken ?? preferredLanguage(navigator.languages);
}

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
    if (shown) pageLanguage.tell(shown);
  }, [shown]);
  return spoken;
}

/** The same in the browser's own language, where no till says which. */
export function useBrowserTexts<T>(load: Loaders<T>, isNeeded = true): Spoken<T> | null {
  return useLoadedTexts(load, isNeeded ? preferredLanguage(navigator.languages) : null);
}
