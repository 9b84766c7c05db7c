// After the scan the customer compares what the phone says with what the screen says.
import { layoutFaultsOn } from '../contact-sheet/faults.ts';
import { languages, sizes, states } from '../contact-sheet/states.ts';
import { expect, test } from '../pages/fixtures.ts';

/** As long as one can be: 100 characters. */
const text =
  'Frokostmøte i sjette etasje, bestilt av Nordmann, med kaffe, te, rundstykker og frukt til tolv gjest';
const { payment, till } = states.find(({ name }) => name === 'waiting') ?? {};

for (const { language, problem } of languages.flatMap((language) => [
  { language, problem: null },
  { language, problem: { code: 'declined', message: '' } },
])) {
  const what = [language.lang, problem?.code].filter(Boolean).join(', ');

  test(`amount and text stay in sight after the scan, on every screen, ${what}`, async ({ display }) => {
    const sale = { ...(payment as object), text, problem };
    await display.show({ name: 'waiting', payment: sale, ...(till ? { till } : {}) }, language);
    for (const size of sizes) {
      await display.resize(size);
      for (const isLarge of [false, true]) {
        await display.enlarge(isLarge);
        const where = [size.join('x'), isLarge && 'larger'].filter(Boolean).join(', ');
        expect.soft(await layoutFaultsOn(display.page), where).toEqual([]);
        expect.soft(await display.page.locator('.amount').isVisible(), where).toBe(true);
      }
    }
  });
}
