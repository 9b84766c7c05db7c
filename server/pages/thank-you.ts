// Where a customer's phone lands after paying, cancelling or subscribing. It says nothing about money, asks for nothing and keeps nothing.
import { createHash } from 'node:crypto';
import { Router } from 'express';
import { thankYouPath } from '../config/return-addresses.ts';
import { languageChoice, languageOf, type PageLanguage, pageLanguages } from './page-language.ts';
import { thankYouTexts } from './thank-you-texts.ts';

const style = `body{margin:0;min-height:100vh;display:grid;place-content:center;padding:2rem;box-sizing:border-box;
text-align:center;font:1.125rem/1.5 system-ui,sans-serif;background:#fff;color:#1b1b1f}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 1rem}p{margin:0 0 3rem}
a,b{display:inline-block;padding:.75rem .5rem}a{color:#1d4ed8}
@media(prefers-color-scheme:dark){body{background:#17171a;color:#f2f2f5}a{color:#9db8ff}}`;
const styleHash = createHash('sha256').update(style).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

function pageIn(language: PageLanguage): string {
  const { heading, text } = thankYouTexts[language];
  return `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${heading}</title><style>${style}</style>
<main><h1>${heading}</h1><p>${text}</p></main>${languageChoice(language, (other) => `?language=${other}`)}</html>
`;
}

const pages = new Map(pageLanguages.map((language) => [language, pageIn(language)]));

export function createThankYou(): Router {
  const router = Router();
  router.get(thankYouPath, (request, response) => {
    response
      .set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache', Vary: 'Accept-Language' })
      .send(pages.get(languageOf(request)));
  });
  return router;
}
