// The page at `/`: every till with both its screens, and the end of the day.

import type { Session } from '../contract/access.ts';
import type { TillView } from '../contract/payments.ts';
import type { HomeTexts, Linked, Spoken } from './home-texts.ts';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (found) => escapes[found] ?? '');

/** What a page is made with besides its words. */
export type Dress = Spoken & {
  /** The styles, font and icon of the built pages, as elements. */
  links: string;
};

const page = ({ lang, links }: Dress, title: string, body: string) => `<!doctype html>
<html lang="${lang}" data-brand="vipps"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>${links}<link rel="stylesheet" href="/home.css"></head><body><main>${body}</main></body></html>
`;

/** What a built page loads to look as it does: one style for all pages. */
export const linksOf = (built: string) =>
  (built.match(/<link rel="(?:preload|icon|stylesheet)"[^>]*>/g) ?? []).join('');

const withLink = ({ before, link, after }: Linked, href: string) =>
  `${before}<a href="${escapeHtml(href)}">${link}</a>${after}`;

function tillRow(till: TillView, hasShops: boolean, texts: HomeTexts): string {
  const id = encodeURIComponent(till.id);
  const shop = hasShops ? ` <small>${escapeHtml(till.shop)}</small>` : '';
  return `<li><h2>${escapeHtml(till.name)}${shop}</h2><p>
<a href="/cashier/${id}">${texts.cashier}</a><a href="/display/${id}">${texts.display}</a></p></li>`;
}

const managersLinks = ({ endOfDay, staff }: HomeTexts) => `
<p class="more"><a href="/reconciliation">${endOfDay}</a> <a href="/staff">${staff}</a></p>`;

function nextSteps({ next }: HomeTexts, address: string | null): string {
  const tablet = address === null ? next.noTablet : escapeHtml(next.tablet(address));
  return `<section class="next"><h2>${next.heading}</h2>
<ol><li>${tablet}</li><li>${withLink(next.staff, '/staff')}</li></ol></section>`;
}

export type Home = {
  /** Those that whoever is signed in may know of. */
  tills: readonly TillView[];
  /** The simulator's phone page; null outside the demo. */
  phoneUrl: string | null;
  session: Session;
  hasDisplay: boolean;
  /** Where a tablet finds this server; null while it cannot. */
  address: string | null;
};

/** For staff who are signed in. */
export function homePage({ tills, phoneUrl, session, hasDisplay, address }: Home, dress: Dress): string {
  const { texts } = dress;
  const demo =
    phoneUrl === null ? '' : `<p class="demo"><strong>DEMO</strong> ${withLink(texts.demo, phoneUrl)}</p>`;
  const hasShops = tills.some(({ shop }) => shop !== tills[0]?.shop);
  const rows = tills.map((till) => tillRow(till, hasShops, texts)).join('');
  const isManager = session.role === 'manager';
  // In the demo screens pair themselves.
  const next = isManager && !hasDisplay && phoneUrl === null ? nextSteps(texts, address) : '';
  const links = isManager ? managersLinks(texts) : '';
  return page(dress, 'Tillside', `<h1>Tillside</h1>${demo}${next}<ul>${rows}</ul>\n${links}`);
}

export function notFoundPage(dress: Dress): string {
  const { title, heading, text } = dress.texts.notFound;
  return page(dress, `${title} - Tillside`, `<h1>${heading}</h1><p>${withLink(text, '/')}</p>`);
}

/** On top of what all pages have in common, in the same tokens. */
export const homeCss = `
main { max-width: 44rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 2rem; letter-spacing: -0.02em; margin: 0 0 1.5rem; }
h2 { font-size: 1.15rem; }
h2 small { font-weight: 400; color: var(--soft); margin-left: 0.4em; }
ul { list-style: none; padding: 0; display: grid; gap: 0.75rem; margin: 1rem 0; }
ul li, .demo, .next { background: var(--card); border: 1px solid var(--line); border-radius: var(--round); padding: 1rem 1.25rem; }
ul li { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; justify-content: space-between; }
li p, .more { display: flex; flex-wrap: wrap; gap: 0.5rem; }
a { color: var(--accent-ink); }
ul a, .more a { display: inline-flex; align-items: center; min-height: var(--touch); padding: 0 1.1rem; border-radius: var(--round);
  border: 1px solid var(--edge); text-decoration: none; font-weight: 650; background: var(--card); }
.demo { color: var(--soft); }
.demo strong { color: var(--ink); letter-spacing: 0.12em; margin-right: 0.4em; }
ol { display: grid; gap: 0.5rem; margin: 0.75rem 0 0; padding-left: 1.25rem; }
.next li { overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--accent-ink); outline-offset: 2px; }
`;
