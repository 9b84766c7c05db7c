// The slip of a payment on every paper that a till prints on, in every language: measured as it is laid out for print.
import type { Page } from 'playwright/test';
import type { Screen } from '../contact-sheet/screen.ts';
import { type Language, languages } from '../contact-sheet/states.ts';
import { expect, test } from '../pages/fixtures.ts';
import { paid, paymentOf, tellDay } from '../pages/sales.ts';

/** In millimetres; a roll has no length, and a printer's driver says one. */
const papers = [
  { name: '58 mm', width: 58, height: 297 },
  { name: '80 mm', width: 80, height: 297 },
  { name: 'A4', width: 210, height: 297 },
] as const;
type Paper = (typeof papers)[number];
const inPx = (mm: number) => Math.round((mm * 96) / 25.4);

const line = (name: string, quantity: number, value: number) => ({ name, quantity, amount: { value } });
const lines = [
  { ...line('Flat white', 2, 11_600), discount: { value: 1_200 } },
  line('Ostesmørbrød med spekeskinke, rømme og ruccola på hjemmebakt surdeigsbrød', 1, 8_900),
  line('Frukostbuffépresentkortsförpackningsmaterialkostnad', 12, 123_456_700),
  line('Klippekort', 1, -2_000),
];
const total = 123_475_200;
/** As long as a caller's own may be. */
const longest = 'Storgatakafeteria-2026-11-30-bord-117-kvittnr1';
const seller = {
  name: 'Torggata Kaffe og Konditori, avdeling Grünerløkka',
  registration: 'Org.nr. 912 345 678',
  address: 'Eksempelgata 1, 0001 Oslo',
};
const by = (name: string) => ({ kind: 'staff', name });
const created = { name: 'created', by: by('Kari Nordmann-Hansen') };
const refunded = [
  { name: 'refund', by: by('Ola'), detail: { amount: 4_800 } },
  { name: 'refunded', by: null, detail: { refundedAmount: 4_800 } },
];

/** What the button, and the slip, are called. */
const named = {
  en: { sale: 'Print payment confirmation', refund: /^Print confirmation of refund/ },
  nb: { sale: 'Skriv ut betalingsbekreftelse', refund: /^Skriv ut bekreftelse på refusjon/ },
  da: { sale: 'Udskriv betalingsbekræftelse', refund: /^Udskriv bekræftelse på refundering/ },
  sv: { sale: 'Skriv ut betalningsbekräftelse', refund: /^Skriv ut bekräftelse på återbetalning/ },
  fi: { sale: 'Tulosta maksuvahvistus', refund: /^Tulosta hyvitysvahvistus/ },
} as const;

type Given = { payment?: object; history?: readonly object[]; of?: 'sale' | 'refund' };

/** Opens a sale on the cashier's page, and has its slip printed: the page is then as it is laid out for print. */
async function print(tab: Screen, language: Language, given: Given = {}): Promise<void> {
  const { payment = {}, history = [created], of = 'sale' } = given;
  const sale = { text: '', amount: { value: total }, capturedAmount: total, lines, ...payment };
  const { page, api } = tab;
  tellDay(tab, () => [paymentOf(paid({ reference: longest, ...sale }), language, 2)]);
  api.answer('GET', /\/events$/, () => {
    const usual = { at: '2026-11-30T14:32:00Z', detail: {}, state: 'approved', approvedBy: null };
    const events = history.map((step, version) => ({ ...usual, event: '', version, ...step }));
    return { json: { events, vippsIds: [] } };
  });
  await tab.show({ name: 'idle', payment: null, till: { seller, name: 'Kasse 1' } }, language);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
    // A slip that has been printed is put away; here it is printed on one paper after the other.
    addEventListener('afterprint', (event) => event.stopImmediatePropagation(), { capture: true });
  });
  await page.locator('.payments').getByRole('button').first().click();
  await page.getByRole('button', { name: named[language.lang][of] }).click();
  await expect(page.locator('[data-printed]')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
}

/** Every piece of text of the slip with the size of its letters (px), on how many lines it stands, and how far it reaches. */
const measure = (page: Page) =>
  page.getByRole('article').evaluate((slip) => {
    const walker = document.createTreeWalker(slip, NodeFilter.SHOW_TEXT);
    const pieces: { text: string; size: number; rows: number; left: number; right: number }[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width }) => width > 1);
      if (rects.length === 0) continue;
      pieces.push({
        text: node.textContent ?? '',
        size: Number.parseFloat(getComputedStyle(node.parentElement ?? slip).fontSize),
        rows: new Set(rects.map(({ top }) => Math.round(top))).size,
        left: Math.min(...rects.map(({ left }) => left)),
        right: Math.max(...rects.map(({ right }) => right)),
      });
    }
    return pieces;
  });
type Piece = Awaited<ReturnType<typeof measure>>[number];

const isAmount = ({ text }: Piece) => /^\D{0,5}\d[\d\s.,]*[.,]\d\d\D{0,5}$/.test(text) && /kr|€/.test(text);
const isWhole = (piece: Piece) =>
  isAmount(piece) ||
  piece.text === longest ||
  piece.text === seller.registration ||
  /2026\D+\d\d[.:]\d\d$/.test(piece.text);

/** @param headingIn what stands in the heading. */
async function expectLegible(page: Page, paper: Paper, headingIn: string): Promise<readonly Piece[]> {
  await page.setViewportSize({ width: inPx(paper.width), height: 600 });
  const pieces = await measure(page);
  const amounts = pieces.filter(isAmount);
  expect(amounts.length, 'amounts').toBeGreaterThan(0);
  const heading = pieces.filter(({ text }) => headingIn.includes(text.trim()) && text.trim() !== '');
  const [headingPx, amountPx] = [heading, amounts].map((some) => some.map(({ size }) => size));
  expect(Math.min(...(headingPx ?? []))).toBeGreaterThanOrEqual(1.5 * Math.max(...(amountPx ?? [])));
  expect(pieces.filter(isWhole).filter(({ rows }) => rows !== 1)).toEqual([]);
  const paperPx = inPx(paper.width);
  expect(pieces.filter(({ left, right }) => left < 0 || right > paperPx)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(paperPx);
  return pieces;
}

const headings = {
  en: 'IKKE KVITTERING FOR KJØP',
  nb: 'IKKE KVITTERING FOR KJØP',
  da: 'Bekræftelse på betaling',
  sv: 'Bekräftelse på betalning',
  fi: 'Maksuvahvistus',
};
const refundHeadings = {
  ...headings,
  da: 'Bekræftelse på refundering',
  sv: 'Bekräftelse på återbetalning',
  fi: 'Hyvitysvahvistus',
};

for (const language of languages) {
  test(`in ${language.lang}, a slip fits each paper: no amount, date or reference breaks, and its heading is the largest`, async ({
    freshCashier: tab,
  }) => {
    await print(tab, language);
    for (const paper of papers) {
      const pieces = await expectLegible(tab.page, paper, headings[language.lang]);
      expect(pieces.filter(isAmount), paper.name).toHaveLength(lines.length + 1);
      const texts = pieces.map(({ text }) => text);
      for (const text of [seller.name, seller.address, 'Kasse 1', 'Kari Nordmann-Hansen', longest]) {
        expect(texts, paper.name).toContain(text);
      }
    }
  });

  test(`in ${language.lang}, so does the slip of a refund`, async ({ freshCashier: tab }) => {
    const payment = { refundedAmount: 4_800 };
    await print(tab, language, { payment, history: [created, ...refunded], of: 'refund' });
    for (const paper of papers) {
      const pieces = await expectLegible(tab.page, paper, refundHeadings[language.lang]);
      expect(pieces.filter(isAmount), paper.name).toHaveLength(2);
      expect(
        pieces.some(({ text }) => text === 'Ola'),
        paper.name,
      ).toBe(true);
    }
  });
}

/** @param length of a page, in millimetres. */
async function pagesOf(page: Page, { width, height }: Paper): Promise<number> {
  const pdf = await page.pdf({ width: `${width}mm`, height: `${height}mm` });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('a hundred lines are all printed, on as many pages as they take; a short slip takes one', async ({
  freshCashier: tab,
}) => {
  const [, norwegian] = languages;
  await print(tab, norwegian, { payment: { lines: lines.slice(0, 1) } });
  for (const paper of papers) expect(await pagesOf(tab.page, paper), paper.name).toBe(1);
  await tab.page.emulateMedia({ media: 'screen' });
  await tab.startOver();
  const many = Array.from({ length: 100 }, (_, n) => line(`Vare ${n + 1}`, 1 + (n % 3), 4_900 + n));
  await print(tab, norwegian, { payment: { lines: many } });
  for (const paper of papers) {
    const pieces = await expectLegible(tab.page, paper, headings.nb);
    expect(pieces.filter(isAmount), paper.name).toHaveLength(101);
    expect(await pagesOf(tab.page, paper), paper.name).toBeGreaterThan(1);
  }
});
