// Which languages customers can choose from: a list, of which the first is shown until they do.
import { type Language, languageOf, languages } from '../../ui/texts/languages.ts';

/** Those that can be chosen now. @param chosen by the shop; none is all of them. @param locale of its first till. */
export function spokenLanguages(chosen: readonly Language[], locale: string): readonly Language[] {
  return chosen.length > 0 ? chosen : withFirst(languages, languageOf(locale));
}

/** The list with a language more, or without it; the last one stays. */
export function toggled(spoken: readonly Language[], language: Language): readonly Language[] {
  if (!spoken.includes(language)) return [...spoken, language];
  return spoken.length > 1 ? spoken.filter((one) => one !== language) : spoken;
}

export function withFirst(spoken: readonly Language[], first: Language): readonly Language[] {
  return [first, ...spoken.filter((one) => one !== first)];
}
