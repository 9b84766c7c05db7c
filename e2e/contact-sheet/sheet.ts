// The page of pictures: a picture for each language and look, in it a row for each state and a column for each size.
import type { Browser } from 'playwright/test';
import { languages, looks, type Scheme, sizes, statesOf } from './states.ts';

const rowPx = 150;
const gapPx = 10;
const headPx = 24;

/** @param shots of every state in every size, as addresses of data */
export async function assemble(browser: Browser, shots: string[][], scheme: Scheme): Promise<Buffer> {
  const page = await browser.newPage();
  const widths = sizes.map(([width, height]) => Math.round((rowPx * width) / height));
  const places = widths.map((_, at) => widths.slice(0, at).reduce((sum, one) => sum + one + gapPx, gapPx));
  const columns = sizes.map((size, at) => ({
    ...{ name: size.join('×'), left: places[at] ?? 0, width: widths[at] ?? 0 },
  }));
  const [paper, ink] = scheme === 'light' ? ['#d8d2cc', '#1c1a19'] : ['#3a3633', '#f6f1ed'];
  const url = await page.evaluate(
    async ({ shots, columns, rowPx, gapPx, headPx, paper, ink }) => {
      const canvas = document.createElement('canvas');
      const last = columns.at(-1);
      canvas.width = last ? last.left + last.width + gapPx : 0;
      canvas.height = headPx + shots.length * (rowPx + gapPx) + gapPx;
      const context = canvas.getContext('2d');
      if (context === null) return '';
      context.fillStyle = paper;
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.fillStyle = ink;
      context.font = '13px system-ui, sans-serif';
      context.imageSmoothingQuality = 'high';
      for (const { name, left } of columns) context.fillText(name, left, headPx - 4);
      for (const [row, inRow] of shots.entries()) {
        for (const [column, shot] of inRow.entries()) {
          const { left = 0, width = 0 } = columns[column] ?? {};
          const image = new Image();
          image.src = shot;
          await image.decode();
          context.drawImage(image, left, headPx + gapPx + row * (rowPx + gapPx), width, rowPx);
        }
      }
      return canvas.toDataURL('image/webp', 0.72);
    },
    { shots, columns, rowPx, gapPx, headPx, paper: paper ?? '', ink: ink ?? '' },
  );
  await page.close();
  return Buffer.from(url.split(',')[1] ?? '', 'base64');
}

/** @param checked what was looked at, as sentences */
export function pageOf(checked: string): string {
  const pictures = languages.flatMap(({ lang }) =>
    looks.map((look) => {
      const name = `${lang}-${look.name}`;
      const rows = statesOf(look).map((state) => `<li>${state.name}</li>`);
      return `<h2 id="${name}">${lang}, ${look.name}</h2>
<div><ol>${rows.join('')}</ol><img src="${name}.webp" loading="lazy" alt="Every state in ${lang}, ${look.name}"></div>`;
    }),
  );
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Tillside: the customer's screen</title>
<style>body{font:15px/1.5 system-ui;margin:24px}p{max-width:80ch}div{display:flex;gap:12px}ol{flex:none;margin:0;padding:${headPx + gapPx}px 0 0 24px}li{height:${rowPx + gapPx}px}img{align-self:start}</style>
<h1>The customer's screen</h1>
<p>Made by <code>npm run contact-sheet</code>, in every language: light, dark, and light with the larger text that a customer can choose.</p>
<p>${checked}</p>
${pictures.join('\n')}
</html>
`;
}
