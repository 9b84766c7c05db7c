// The language of a page that nobody has signed in for: the one that was chosen on it, or else the first of the browser's that we speak.
import type { Request } from 'express';
import type { SpokenLanguage } from '../contract/languages.ts';

/** As a page calls it to those who speak it. */
export const languageNames = {
  en: 'English',
  nb: 'Norsk',
  da: 'Dansk',
  sv: 'Svenska',
  fi: 'Suomi',
} as const satisfies Readonly<Record<SpokenLanguage, string>>;

export type PageLanguage = SpokenLanguage;

export const pageLanguages = Object.keys(languageNames) as PageLanguage[];

export function languageOf(request: Request): PageLanguage {
  const chosen = pageLanguages.find((one) => one === request.query['language']);
  if (chosen !== undefined) return chosen;
  const spoken = request.acceptsLanguages(...pageLanguages, 'no', 'nn') || 'en';
  return pageLanguages.find((one) => one === spoken) ?? 'nb';
}

/** @param hrefOf the address of the page in another language, as it stands in an attribute. @returns HTML. */
export function languageChoice(now: PageLanguage, hrefOf: (language: PageLanguage) => string): string {
  const choices = pageLanguages.map((one) =>
    one === now
      ? `<b lang="${one}" aria-current="true">${languageNames[one]}</b>`
      : `<a lang="${one}" hreflang="${one}" href="${hrefOf(one)}">${languageNames[one]}</a>`,
  );
  return `<nav>${choices.join(' ')}</nav>`;
}
