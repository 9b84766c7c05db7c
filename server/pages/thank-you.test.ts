import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { aServer } from '../testing/http.ts';
import { thankYouTexts } from './thank-you-texts.ts';

async function read(acceptLanguage?: string, query = '') {
  const server = await aServer({ publicUrl: new URL('https://till.example') });
  onTestFinished(() => server.close());
  const language = acceptLanguage === undefined ? {} : { 'Accept-Language': acceptLanguage };
  const headers = { cookie: '', ...language };
  const { status, headers: answered, body } = await server.call('GET', `/thank-you${query}`, { headers });
  const page = String(body);
  return { status, headers: answered, page, language: /<html lang="(\w+)"/.exec(page)?.[1] };
}

test.each<[string | undefined, string, string]>([
  [undefined, '', 'en'],
  ['', '', 'en'],
  ['*', '', 'en'],
  ['de-DE,de;q=0.9', '', 'en'],
  ['nb-NO,nb;q=0.9,en;q=0.8', '', 'nb'],
  ['nn-NO,nn;q=0.9,en;q=0.8', '', 'nb'],
  ['no', '', 'nb'],
  ['da', '', 'da'],
  ['sv-FI', '', 'sv'],
  ['en;q=0.2,fi;q=0.9', '', 'fi'],
  ['fi', '?language=da', 'da'],
  ['fi', '?language=', 'fi'],
  ['fi', '?language=toString', 'fi'],
  ['fi', '?language=da&language=sv', 'fi'],
])('a phone that asks for %j with %j reads %s', async (acceptLanguage, query, expected) => {
  const { status, headers, page, language } = await read(acceptLanguage, query);
  expect({ status, language }).toEqual({ status: 200, language: expected });
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('vary')).toContain('Accept-Language');
  const { heading, text } = thankYouTexts[expected as keyof typeof thankYouTexts];
  expect(page).toContain(`<h1>${heading}</h1><p>${text}</p>`);
});

test('each of the other languages is one tap away', async () => {
  for (const language of Object.keys(thankYouTexts)) {
    const { page } = await read('en', `?language=${language}`);
    const others = [...page.matchAll(/href="\?language=(\w+)"/g)].map(([, other]) => other);
    expect([...others, language].toSorted()).toEqual(Object.keys(thankYouTexts).toSorted());
  }
});

test('[P1] nothing is said of money, which the phone cannot know of', () => {
  const money = /paid|pay|thank|charged|money|betal|penge|tak|tack|pengar|maks|kiitos|rahaa|veloit/i;
  const said = Object.values(thankYouTexts).map(({ heading, text }) => `${heading} ${text}`);
  expect(said.filter((one) => money.test(one))).toEqual([]);
});

test('[P8] it keeps nothing, runs nothing and repeats nothing that it is asked with', async () => {
  const { headers, page } = await read('en', '?orderId=canary&language=canary"><script>');
  expect(headers.get('set-cookie')).toBeNull();
  expect(page).not.toMatch(/canary|<script|src=/);
  const [, style = ''] = /<style>(.*)<\/style>/s.exec(page) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(headers.get('content-security-policy')).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
});
