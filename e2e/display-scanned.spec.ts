// After the scan the customer compares what the phone says with what the screen says.
import { layoutFaultsOn } from './contact-sheet/faults.ts';
import { Screen } from './contact-sheet/screen.ts';
import { languages, sizes, states } from './contact-sheet/states.ts';
import { expect, test } from './shop/fixtures.ts';

test.describe.configure({ timeout: 120_000 });

const text = 'Frokostmøte i sjette etasje, bestilt av Nordmann';
const waiting = states.find(({ name }) => name === 'waiting');
const declined = { code: 'declined', message: '' };

test('amount and text stay in sight after the scan, on every screen', async ({ browser, shop }) => {
  const [first] = languages;
  const screen = await Screen.open(browser, shop.url, {
    state: { name: 'idle', payment: null },
    language: first,
  });
  const { payment, till } = waiting ?? {};
  for (const language of languages) {
    for (const problem of [null, declined]) {
      const sale = { ...(payment as object), text, problem };
      await screen.show({ name: 'waiting', payment: sale, ...(till ? { till } : {}) }, language);
      for (const isLarge of [false, true]) {
        await screen.enlarge(isLarge);
        for (const size of sizes) {
          await screen.resize(size);
          const where = [language.lang, problem?.code, isLarge && 'larger', size.join('x')]
            .filter(Boolean)
            .join(', ');
          expect.soft(await layoutFaultsOn(screen.page), where).toEqual([]);
          await expect.soft(screen.page.locator('.amount'), where).toBeVisible();
        }
      }
    }
  }
  await screen.close();
});
