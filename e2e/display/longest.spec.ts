// Beside a code, in the language that takes most and in larger words, there is room for the longest text that a sale or subscription has.
import { layoutFaultsOn } from '../contact-sheet/faults.ts';
import { languages, sizes, states } from '../contact-sheet/states.ts';
import { expect, test } from '../pages/fixtures.ts';

const hundred =
  'Frokostmøte i sjette etasje, bestilt av Nordmann, med kaffe, te, rundstykker og frukt til tolv gjest';
const product = { name: hundred.slice(0, 45), description: hundred };

const longest = states
  .filter(({ hasCode, payment }) => hasCode && payment !== null)
  .map((state) => {
    const payment = state.payment as { agreement?: object };
    const agreement = payment.agreement && { agreement: { ...payment.agreement, product } };
    return { ...state, payment: { ...payment, text: hundred, ...agreement } };
  });

for (const state of longest) {
  for (const language of languages) {
    test(`nothing is cut off or covers the code: ${state.name}, ${language.lang}`, async ({ display }) => {
      await display.show(state, language);
      for (const size of sizes) {
        await display.resize(size);
        for (const isLarge of [false, true]) {
          await display.enlarge(isLarge);
          const where = [size.join('x'), isLarge && 'larger'].filter(Boolean).join(', ');
          expect.soft(await layoutFaultsOn(display.page), where).toEqual([]);
        }
      }
    });
  }
}
