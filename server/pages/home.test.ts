import { describe, expect, test } from 'vitest';
import type { Session } from '../contract/access.ts';
import { till } from '../testing/till.ts';
import { type Home, homeCss, homePage, linksOf, notFoundPage } from './home.ts';
import { homeTextsFor } from './home-texts.ts';

const built = `<!doctype html><html><head>
<link rel="preload" as="font" type="font/woff2" crossorigin="" href="/assets/inter.woff2">
<link rel="icon" href="/assets/mark.svg"><script type="module" src="/assets/page.js"></script>
<link rel="modulepreload" href="/assets/shared.js"><link rel="stylesheet" crossorigin href="/assets/shared.css"></head></html>`;
const spoken = (language: string) => ({
  ...homeTextsFor({ acceptsLanguages: () => language } as unknown as Parameters<typeof homeTextsFor>[0]),
  links: linksOf(built),
});
const session: Session = { name: 'Kari', role: 'manager', shop: null, refundUpTo: null, expiresAt: '' };
const home: Home = {
  tills: [till],
  phoneUrl: null,
  session,
  hasDisplay: false,
  address: 'http://192.0.2.7:3000',
};

test('the list of tills has the font and the styles of the sign-in page, and none of its scripts', () => {
  for (const page of [homePage(home, spoken('en')), notFoundPage(spoken('en'))]) {
    expect(page.match(/\/assets\/[\w.]+/g)).toEqual([
      '/assets/inter.woff2',
      '/assets/mark.svg',
      '/assets/shared.css',
    ]);
  }
  expect(homeCss).not.toMatch(/font-family|font:|#[0-9a-f]{3}/);
});

describe('what comes next', () => {
  test.each(['en', 'nb', 'da', 'sv', 'fi'])(
    'is told to the manager of a shop without a display (%s)',
    (language) => {
      const page = homePage(home, spoken(language));
      expect(page).toContain('http://192.0.2.7:3000/display');
      expect(page.match(/href="\/staff"/g)).toHaveLength(2);
      const unreachable = homePage({ ...home, address: null }, spoken(language));
      expect(unreachable).toMatch(/HOST .* PUBLIC_URL.* \/display/);
      expect(unreachable).not.toContain('http:');
    },
  );

  test('is told to nobody else', () => {
    const others: Partial<Home>[] = [
      { hasDisplay: true },
      { session: { ...session, role: 'cashier' } },
      // There, screens pair themselves.
      { phoneUrl: 'http://127.0.0.1:3001/phone' },
    ];
    for (const bent of others)
      expect(homePage({ ...home, ...bent }, spoken('en'))).not.toContain('comes next');
  });

  test('an address can be no markup', () => {
    expect(homePage({ ...home, address: 'http://"><script>' }, spoken('en'))).not.toContain('<script>');
  });
});
