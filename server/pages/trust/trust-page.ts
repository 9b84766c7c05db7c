// The page that shows how a device comes to trust the shop's own authority. It keeps nothing, and works without a script too.
import { createHash, type X509Certificate } from 'node:crypto';
import { languageChoice, type PageLanguage } from '../page-language.ts';
import { nameOf } from './name-of.ts';
import { certificatePath, profilePath } from './paths.ts';
import { trustTexts } from './texts/texts.ts';
import type { Steps, TrustTexts } from './texts/types.ts';
import { script } from './trust-script.ts';

export type TrustPage = {
  language: PageLanguage;
  root: X509Certificate;
  /** Where to go on to once the server is trusted. */
  target: URL;
  /** The query of this page that leads there, in whatever language. */
  to: string | null;
  /** The address of this page for other devices, and its code as the URL of an image; null while there is none. */
  another: { address: string; code: string } | null;
};

const style = `*{box-sizing:border-box}
body{margin:0 auto;max-width:44rem;padding:1.5rem 1rem 3rem;font:1.0625rem/1.5 system-ui,sans-serif;background:#fff;color:#1b1b1f}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .75rem}p{margin:0 0 1rem}
code{display:block;margin:.25rem 0 0;padding:.75rem;border-radius:.5rem;background:#f1f1f4;font:1rem/1.6 ui-monospace,monospace;overflow-wrap:anywhere}
#waiting{padding:.75rem 1rem;border-radius:.5rem;background:#e8effd}
details{border-top:1px solid #d5d5db}details:last-of-type{border-bottom:1px solid #d5d5db}
summary{padding:.875rem 0;font-weight:600;cursor:pointer}ol{margin:0 0 1rem;padding-left:1.5rem}li{margin:0 0 .5rem}
a,nav b{display:inline-block;padding:.5rem 0}a{color:#1d4ed8}nav{margin-top:2rem}nav a,nav b{padding:.75rem .5rem .75rem 0}
.file{padding:.625rem 1.125rem;border-radius:.5rem;background:#1d4ed8;color:#fff;text-decoration:none;font-weight:600}
figure{margin:1.5rem 0;display:flex;flex-wrap:wrap;gap:1rem;align-items:center}figcaption{flex:1 1 14rem}
img{width:11rem;height:11rem;background:#fff;border-radius:.5rem}
@media(prefers-color-scheme:dark){body{background:#17171a;color:#f2f2f5}code{background:#26262b}#waiting{background:#1f2a44}
details,details:last-of-type{border-color:#3a3a42}a{color:#9db8ff}.file{background:#9db8ff;color:#17171a}}`;

export const styleHash = createHash('sha256').update(style).digest('base64');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (one) => entities[one] ?? '');

type Section = { id: 'android' | 'ipad' | 'windows' | 'mac'; title: string; file: string; steps: Steps };

function sectionsOf(texts: TrustTexts): Section[] {
  const { android, ipad, windows, mac, tablets } = texts;
  return [
    { id: 'android', title: 'Android', file: certificatePath, steps: android },
    { id: 'ipad', title: tablets, file: profilePath, steps: ipad },
    { id: 'windows', title: 'Windows', file: certificatePath, steps: windows },
    { id: 'mac', title: 'Mac', file: certificatePath, steps: mac },
  ];
}

function sectionIn(texts: TrustTexts, name: string, { id, title, file, steps }: Section): string {
  const download = file === profilePath ? texts.profile : texts.certificate;
  const items = steps(name).map((step) => `<li>${escaped(step)}</li>`);
  return `<details id="${id}"><summary>${title}</summary><p><a class="file" href="${file}">${download}</a></p><ol>${items.join('')}</ol></details>`;
}

/** @returns HTML. */
export function trustPage({ language, root, target, to, another }: TrustPage): string {
  const texts = trustTexts[language];
  const sections = sectionsOf(texts).map((section) => sectionIn(texts, nameOf(root), section));
  const figure =
    another === null
      ? ''
      : `<figure><img src="${another.code}" alt="${escaped(texts.code(another.address))}"><figcaption>${texts.another}<br><b>${escaped(another.address)}</b></figcaption></figure>`;
  const hrefOf = (other: PageLanguage) => {
    const query = new URLSearchParams({ language: other, ...(to !== null && { to }) });
    return escaped(`?${query}`);
  };
  return `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${texts.heading}</title><style>${style}</style>
<main><h1>${texts.heading}</h1><p>${texts.intro}</p><p id="waiting" role="status" hidden>${texts.waiting}</p>
<p>${texts.compare}<code>${root.fingerprint256.replaceAll(':', ':<wbr>')}</code></p>
${sections.join('\n')}
<p><a href="${escaped(target.href)}">${texts.goOn}</a></p>${figure}</main>${languageChoice(language, hrefOf)}<script>${script}</script></html>
`;
}
