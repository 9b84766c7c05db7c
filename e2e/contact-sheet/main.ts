// `npm run contact-sheet`: every state of both screens in every language, size and look, checked, and on one page: contact-sheet/.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright/test';
import { findBrowser } from '../run/browser.ts';
import { Inspection } from './inspection.ts';
import { Screen } from './screen.ts';
import { assemble, pageOf, pictureOf } from './sheet.ts';
import { type Language, type Look, languages } from './states.ts';
import { display, type Subject, subjects } from './subject.ts';

const folder = new URL('../../contact-sheet/', import.meta.url);
const inspection = new Inspection();
/** A code looks the same in every language, and is nowhere larger than in the one and smaller than in the other. */
const spoilt = { subject: display, language: languages[0], states: ['QR', 'QR, agreement'] };

/** Shows everything in one language and look, has it checked, and writes what it looks like. */
async function take(browser: Browser, subject: Subject, language: Language, look: Look): Promise<void> {
  const first = { state: { name: 'idle', payment: null }, language };
  const screen = await Screen.open(browser, first, subject.seat);
  await screen.page.emulateMedia({ colorScheme: look.scheme });
  const drawingIn = await browser.newPage();
  const isSpoilt = subject === spoilt.subject && language === spoilt.language && !look.isLarge;
  const shots: string[][] = [];
  for (const state of subject.statesOf(look)) {
    await screen.show(state, language);
    await screen.enlarge(look.isLarge);
    const row: string[] = [];
    for (const [width, height] of subject.sizes) {
      await screen.resize([width, height]);
      const where = `${subject.name}, ${language.lang}, ${look.name}, ${state.name}, ${width}x${height}`;
      const shot = await screen.page.screenshot();
      await inspection.look(screen.page, where, subject.isLong);
      const page = isSpoilt && spoilt.states.includes(state.name) ? drawingIn : null;
      // The cashier's is small, and read by a customer's phone only once it is asked for.
      const isForCustomers = state.hasCode && subject === display;
      if (isForCustomers) await inspection.read(shot, Math.min(width, height), page, where);
      row.push(`data:image/png;base64,${shot.toString('base64')}`);
    }
    shots.push(row);
  }
  const file = new URL(`${pictureOf(subject, language.lang, look)}.webp`, folder);
  writeFileSync(file, await assemble(browser, subject, look, shots));
  await drawingIn.close();
  await screen.close();
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(await findBrowser());
try {
  for (const subject of subjects) {
    await Promise.all(
      subject.looks.map(async (look) => {
        for (const language of languages) await take(browser, subject, language, look);
      }),
    );
  }
  writeFileSync(new URL('index.html', folder), pageOf(subjects, inspection.summary()));
} finally {
  await browser.close();
}
console.log(inspection.summary());
console.log(`To look at: ${new URL('index.html', folder)}`);
for (const one of inspection.found) console.error(one);
if (inspection.found.length > 0) process.exitCode = 1;
