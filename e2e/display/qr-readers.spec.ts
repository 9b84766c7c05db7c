// Phones read the code with readers that are not ours, through cameras that are not good: two readers, on spoilt pictures too.
import { codeText, sizes, states } from '../contact-sheet/states.ts';
import { english, expect, test } from '../pages/fixtures.ts';
import { findQr, pictureCode } from '../shop/screens/qr.ts';
import { readByEach, readByZxing } from '../shop/screens/readers.ts';
import { spoil, spoilingNames } from '../shop/screens/spoilt.ts';

const state = states.find(({ name }) => name === 'QR') ?? { name: '', payment: null };
const both = { jsqr: codeText, ZXing: codeText };

// `npm run contact-sheet` does the same for every state with a code, in both schemes and with larger text.
for (const [width, height] of sizes) {
  test(`two readers read the code, also blurred, dimmed, rotated and compressed, ${width}x${height}`, async ({
    display,
    drawingIn,
  }) => {
    await display.page.emulateMedia({ colorScheme: 'dark' });
    await display.show(state, english);
    await display.resize([width, height]);
    const picture = await pictureCode(display.page);
    if (picture === null) throw new Error('no code is wholly on the screen');
    const code = findQr(picture);
    expect.soft({ jsqr: code?.text, ZXing: await readByZxing(picture) }).toEqual(both);
    const [modulePx, screenPx] = [code?.modulePx ?? 0, Math.max(width, height)];
    for (const name of spoilingNames) {
      const spoilt = await spoil(drawingIn, picture, { name, modulePx, screenPx });
      expect.soft(await readByEach(spoilt), name).toEqual(both);
    }
  });
}
