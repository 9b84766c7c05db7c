// The page at `/`: every till with both its screens, and the end of the day.
import type { TillView } from '../contract.ts';
import type { Session } from '../contract-access.ts';
import type { HomeTexts, Linked, Spoken } from './home-texts.ts';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (found) => escapes[found] ?? '');

const page = (lang: string, title: string, body: string) => `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="/home.css"></head><body><main>${body}</main></body></html>
`;

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

/**
 * For staff who are signed in.
 * @param tills those that they may know of. @param phoneUrl the simulator's phone page; null outside the demo.
 */
export function homePage(
  tills: readonly TillView[],
  phoneUrl: string | null,
  session: Session,
  { lang, texts }: Spoken,
): string {
  const demo =
    phoneUrl === null ? '' : `<p class="demo"><strong>DEMO</strong> ${withLink(texts.demo, phoneUrl)}</p>`;
  const hasShops = tills.some(({ shop }) => shop !== tills[0]?.shop);
  const rows = tills.map((till) => tillRow(till, hasShops, texts)).join('');
  return page(
    lang,
    'Tillside',
    `<h1>Tillside</h1>${demo}<ul>${rows}</ul>
${session.role === 'manager' ? managersLinks(texts) : ''}`,
  );
}

export function notFoundPage({ lang, texts }: Spoken): string {
  const { title, heading, text } = texts.notFound;
  return page(lang, `${title} - Tillside`, `<h1>${heading}</h1><p>${withLink(text, '/')}</p>`);
}

export const homeCss = `
:root { color-scheme: light dark; --paper: #faf7f4; --card: #fff; --ink: #1c1a19; --soft: #5f5a57; --line: #e7e1dc; --accent: #b83403; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #151312; --card: #201d1b; --ink: #f6f1ed; --soft: #b9b0aa; --line: #35302d; --accent: #ff9a76; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.5 system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 2rem; letter-spacing: -0.02em; margin: 0 0 1.5rem; }
h2 { font-size: 1.15rem; margin: 0; }
h2 small { font-weight: 400; color: var(--soft); margin-left: 0.4em; }
ul { list-style: none; padding: 0; display: grid; gap: 0.75rem; }
li { background: var(--card); border: 1px solid var(--line); border-radius: 1rem; padding: 1rem 1.25rem;
  display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; justify-content: space-between; }
li p { margin: 0; display: flex; flex-wrap: wrap; gap: 0.5rem; }
a { color: var(--accent); }
li a, .more a { display: inline-flex; align-items: center; min-height: 48px; padding: 0 1.1rem; border-radius: 0.8rem;
  border: 1px solid var(--line); text-decoration: none; font-weight: 600; }
.demo { background: var(--card); border: 1px solid var(--line); border-radius: 1rem; padding: 1rem 1.25rem; color: var(--soft); }
.demo strong { color: var(--ink); letter-spacing: 0.12em; margin-right: 0.4em; }
`;
