// `npm run contact-sheet`: every state of the customer's screen in every language, size and look, checked, and on one page: docs/contact-sheet.
import { mkdirSync, writeFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright/test';
import { findBrowser } from '../run/browser.ts';
import { Shop } from '../shop/shop.ts';
import { Inspection } from './inspection.ts';
import { Screen } from './screen.ts';
import { assemble, pageOf } from './sheet.ts';
import { type Language, type Look, languages, looks, sizes, statesOf } from './states.ts';

const folder = new URL('../../docs/contact-sheet/', import.meta.url);
const inspection = new Inspection();
/** A code looks the same in every language, and is nowhere larger than in the one and smaller than in the other. */
const spoilt = { language: languages[0], states: ['QR', 'QR, agreement'] };

/** Shows everything in one language and look, has it checked, and writes what it looks like. */
async function take(browser: Browser, url: string, language: Language, look: Look): Promise<void> {
  const screen = await Screen.open(browser, url, { state: { name: 'idle', payment: null }, language });
  await screen.page.emulateMedia({ colorScheme: look.scheme });
  const drawingIn = await browser.newPage();
  const isSpoilt = language === spoilt.language && !look.isLarge;
  const shots: string[][] = [];
  for (const state of statesOf(look)) {
    await screen.show(state, language);
    await screen.enlarge(look.isLarge);
    const row: string[] = [];
    for (const [width, height] of sizes) {
      await screen.resize([width, height]);
      const where = `${language.lang}, ${look.name}, ${state.name}, ${width}x${height}`;
      const shot = await screen.page.screenshot();
      await inspection.look(screen.page, where);
      const page = isSpoilt && spoilt.states.includes(state.name) ? drawingIn : null;
      if (state.hasCode) await inspection.read(shot, Math.min(width, height), page, where);
      row.push(`data:image/png;base64,${shot.toString('base64')}`);
    }
    shots.push(row);
  }
  const file = new URL(`${language.lang}-${look.name}.webp`, folder);
  writeFileSync(file, await assemble(browser, shots, look.scheme));
  await drawingIn.close();
  await screen.close();
}

mkdirSync(folder, { recursive: true });
const shop = await Shop.open();
const browser = await chromium.launch(await findBrowser());
try {
  await Promise.all(
    looks.map(async (look) => {
      for (const language of languages) await take(browser, shop.url, language, look);
    }),
  );
  writeFileSync(new URL('index.html', folder), pageOf(inspection.summary()));
} finally {
  await browser.close();
  await shop.close();
}
console.log(inspection.summary());
for (const one of inspection.found) console.error(one);
if (inspection.found.length > 0) process.exitCode = 1;
