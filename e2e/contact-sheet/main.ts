// `npm run contact-sheet`: every state of the customer's screen in every language, size and scheme, on one page: docs/contact-sheet.
import { mkdirSync, writeFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright/test';
import { findBrowser } from '../run/browser.ts';
import { Shop } from '../shop/shop.ts';
import { Screen } from './screen.ts';
import { type Language, languages, schemes, sizes, states } from './states.ts';

const folder = new URL('../../docs/contact-sheet/', import.meta.url);
const rowPx = 150;
const gapPx = 10;
type Scheme = (typeof schemes)[number];

/** Puts screenshots into one small picture: a row for each state, a column for each size. */
async function assemble(page: Page, shots: string[][], scheme: Scheme): Promise<Buffer> {
  const widths = sizes.map(([width, height]) => Math.round((rowPx * width) / height));
  const places = widths.map((_, at) => widths.slice(0, at).reduce((sum, one) => sum + one + gapPx, gapPx));
  const width = (places.at(-1) ?? 0) + (widths.at(-1) ?? 0) + gapPx;
  const url = await page.evaluate(
    async ({ shots, places, widths, width, rowPx, gapPx, paper }) => {
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = shots.length * (rowPx + gapPx) + gapPx;
      const context = canvas.getContext('2d');
      if (context === null) return '';
      context.fillStyle = paper;
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.imageSmoothingQuality = 'high';
      for (const [row, inRow] of shots.entries()) {
        for (const [column, shot] of inRow.entries()) {
          const image = new Image();
          image.src = shot;
          await image.decode();
          context.drawImage(
            image,
            places[column] ?? 0,
            gapPx + row * (rowPx + gapPx),
            widths[column] ?? 0,
            rowPx,
          );
        }
      }
      return canvas.toDataURL('image/webp', 0.72);
    },
    { shots, places, widths, width, rowPx, gapPx, paper: scheme === 'light' ? '#d8d2cc' : '#3a3633' },
  );
  return Buffer.from(url.split(',')[1] ?? '', 'base64');
}

/** Shows everything in one language and scheme, and writes what it looks like. */
async function take(browser: Browser, url: string, language: Language, scheme: Scheme): Promise<void> {
  const first = { state: states[0] ?? { name: '', payment: null }, language };
  const screen = await Screen.open(browser, url, first);
  await screen.page.emulateMedia({ colorScheme: scheme });
  const shots: string[][] = [];
  for (const state of states) {
    await screen.show(state, language);
    const row: string[] = [];
    for (const [width, height] of sizes) {
      await screen.page.setViewportSize({ width, height });
      const shot = await screen.page.screenshot({ type: 'jpeg', quality: 90 });
      row.push(`data:image/jpeg;base64,${shot.toString('base64')}`);
    }
    shots.push(row);
  }
  const table = await browser.newPage();
  writeFileSync(new URL(`${language.lang}-${scheme}.webp`, folder), await assemble(table, shots, scheme));
  await table.close();
  await screen.close();
}

const names = states.map(({ name }) => `<li>${name}</li>`).join('');
const columns = sizes.map((size) => size.join('×')).join(', ');
const pictures = languages.flatMap(({ lang }) =>
  schemes.map(
    (scheme) => `<h2 id="${lang}-${scheme}">${lang}, ${scheme}</h2>
<div><ol>${names}</ol><img src="${lang}-${scheme}.webp" loading="lazy" alt="Every state in ${lang}, ${scheme}"></div>`,
  ),
);
const html = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Tillside: the customer's screen</title>
<style>body{font:15px/1.5 system-ui;margin:24px}div{display:flex;gap:12px}ol{margin:0;padding:${gapPx}px 0 0 24px}li{height:${rowPx + gapPx}px}img{align-self:start}</style>
<h1>The customer's screen</h1>
<p>Made by <code>npm run contact-sheet</code>. Sizes, from the left: ${columns}.</p>
${pictures.join('\n')}
</html>
`;

mkdirSync(folder, { recursive: true });
const shop = await Shop.open();
const browser = await chromium.launch(await findBrowser());
try {
  await Promise.all(
    schemes.map(async (scheme) => {
      for (const language of languages) await take(browser, shop.url, language, scheme);
    }),
  );
  writeFileSync(new URL('index.html', folder), html);
} finally {
  await browser.close();
  await shop.close();
}
