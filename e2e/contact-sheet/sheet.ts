// The page of pictures: a picture for each language and look, in it a row for each state and a column for each size.
import type { Browser } from 'playwright/test';
import { type Look, languages } from './states.ts';
import type { Subject } from './subject.ts';

const gapPx = 10;
const headPx = 24;

export const pictureOf = ({ name }: Subject, lang: string, look: Look) => `${name}-${lang}-${look.name}`;

/** @param shots of every state in every size, as addresses of data */
export async function assemble(
  browser: Browser,
  { sizes, rowPx }: Subject,
  { scheme }: Look,
  shots: string[][],
): Promise<Buffer> {
  const page = await browser.newPage();
  const widths = sizes.map(([width, height]) => Math.round((rowPx * width) / height));
  const places = widths.map((_, at) => widths.slice(0, at).reduce((sum, one) => sum + one + gapPx, gapPx));
  const columns = sizes.map((size, at) => ({
    name: size.join('×'),
    left: places[at] ?? 0,
    width: widths[at] ?? 0,
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

function partOf(subject: Subject): string {
  const { title, intro, looks, statesOf, rowPx } = subject;
  const pictures = languages.flatMap(({ lang }) =>
    looks.map((look) => {
      const name = pictureOf(subject, lang, look);
      const rows = statesOf(look).map((state) => `<li style="height:${rowPx + gapPx}px">${state.name}</li>`);
      return `<h3 id="${name}">${lang}, ${look.name}</h3>
<div><ol>${rows.join('')}</ol><img src="${name}.webp" loading="lazy" alt="${title}: every state in ${lang}, ${look.name}"></div>`;
    }),
  );
  return `<h2>${title}</h2>
<p>In every language: ${intro}</p>
${pictures.join('\n')}`;
}

/** @param checked what was checked, as sentences */
export function pageOf(subjects: readonly Subject[], checked: string): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Tillside: both screens</title>
<style>body{font:15px/1.5 system-ui;margin:24px}p{max-width:80ch}div{display:flex;gap:12px}ol{flex:none;margin:0;padding:${headPx + gapPx}px 0 0 24px}img{align-self:start}</style>
<h1>Both screens</h1>
<p>Made by <code>npm run contact-sheet</code>. ${checked}</p>
${subjects.map(partOf).join('\n')}
</html>
`;
}
