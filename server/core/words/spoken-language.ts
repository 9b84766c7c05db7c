// Which of the languages that screens speak a locale is in.
import { type SpokenLanguage, spokenLanguages } from '../../contract/languages.ts';

const isOurs = (tag: string): tag is SpokenLanguage => spokenLanguages.some((one) => one === tag);

/** The language of a locale such as `nb-NO`; English where no screen speaks it. */
export function languageOf(locale: string): SpokenLanguage {
  const [tag = ''] = locale.toLowerCase().split('-');
  if (tag === 'no' || tag === 'nn') return 'nb';
  return isOurs(tag) ? tag : 'en';
}
