// Which language is spoken, and how numbers and times are written in it.
import type { SpokenLanguage } from '../../../server/contract/languages.ts';

/** As `lang` names them, in the order in which they are offered. */
export const languages = ['nb', 'da', 'sv', 'fi', 'en'] as const satisfies readonly SpokenLanguage[];
export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  nb: 'Norsk',
  da: 'Dansk',
  sv: 'Svenska',
  fi: 'Suomi',
  en: 'English',
};

const isLanguage = (tag: string): tag is Language => languages.some((language) => language === tag);

function spokenFor(locale: string): Language | null {
  const [tag = ''] = locale.toLowerCase().split('-');
  if (tag === 'no' || tag === 'nn') return 'nb';
  return isLanguage(tag) ? tag : null;
}

/** The language of a locale such as `nb-NO`; English where we do not speak it. */
export function languageOf(locale: string): Language {
  return spokenFor(locale) ?? 'en';
}

/** The first of a browser's languages that we speak, or English. */
export function preferredLanguage(locales: readonly string[]): Language {
  return locales.map(spokenFor).find((language) => language !== null) ?? 'en';
}

/** Where no till says where this is: the browser's own English may be American, and its dates with it. */
export const usualLocale = 'en-NO';

/** The locale for a language where the till's own is another: numbers and times follow the texts, in the till's region. */
export function localeFor(language: Language, tillLocale: string): string {
  if (languageOf(tillLocale) === language) return tillLocale;
  const { region } = new Intl.Locale(tillLocale);
  return region ? `${language}-${region}` : language;
}
