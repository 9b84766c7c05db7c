// Phones read the code with readers that are not ours, through cameras that are not good: two readers, on spoilt pictures too.
import { Screen } from './contact-sheet/screen.ts';
import { codeText, languages, sizes, states } from './contact-sheet/states.ts';
import { expect, test } from './shop/fixtures.ts';
import { findQr } from './shop/qr.ts';
import { readByEach, readByZxing } from './shop/readers.ts';
import { spoil, spoilingNames } from './shop/spoilt.ts';

// Each size is drawn and read six times.
test.describe.configure({ timeout: 90_000 });

const state = states.find(({ name }) => name === 'QR') ?? { name: '', payment: null };
const [language] = languages;

// `npm run contact-sheet` does the same for every state with a code, in both schemes and with larger text.
test('two readers read the code at every size, also blurred, dimmed, rotated and compressed', async ({
  browser,
  shop,
}) => {
  const screen = await Screen.open(browser, shop.url, { state, language });
  await screen.page.emulateMedia({ colorScheme: 'dark' });
  await screen.show(state, language);
  const drawingIn = await browser.newPage();
  for (const [width, height] of sizes) {
    await screen.page.setViewportSize({ width, height });
    const shot = await screen.page.screenshot();
    const both = { jsqr: codeText, ZXing: codeText };
    const code = findQr(shot);
    const read = { jsqr: code?.text, ZXing: await readByZxing(shot) };
    expect.soft(read, `${width}x${height}`).toEqual(both);
    const modulePx = code?.modulePx ?? 0;
    for (const name of spoilingNames) {
      const spoilt = await spoil(drawingIn, shot, { name, modulePx });
      expect.soft(await readByEach(spoilt), `${width}x${height}, ${name}`).toEqual(both);
    }
  }
  await drawingIn.close();
  await screen.close();
});
