import qrcode from 'qrcode';
import { describe, expect, test } from 'vitest';
import { paddingFor, widestPadding } from './quiet-zone.ts';

const link = 'https://qr.vipps.no/28/2/05/031/a1b2c3d4e5';

/** A QR drawn `scale` pixels to the module, with `quiet` white modules around it. */
function drawn(quiet: number, scale: number) {
  const { modules } = qrcode.create(link, { errorCorrectionLevel: 'M' });
  const size = modules.size + 2 * quiet;
  const isDark = (x: number, y: number) => {
    const [column, row] = [Math.floor(x / scale) - quiet, Math.floor(y / scale) - quiet];
    const inside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
    return inside && modules.get(row, column) === 1;
  };
  return { isDark, side: size * scale, modules: modules.size, quiet };
}

/** White modules around the code once the card has added its padding. */
function quietOnCard({ isDark, side, modules, quiet }: ReturnType<typeof drawn>): number {
  const padding = paddingFor(isDark, side);
  const imageShare = 1 - 2 * padding;
  const moduleShare = imageShare / (modules + 2 * quiet);
  return padding / moduleShare + quiet;
}

describe('the white around the QR', () => {
  for (const quiet of [0, 1, 2, 3, 4]) {
    test(`is four modules when the image brings ${quiet}`, () => {
      expect(quietOnCard(drawn(quiet, 9))).toBeCloseTo(4, 1);
    });
  }

  test('is left as it is when the image brings more', () => {
    expect(paddingFor(drawn(6, 9).isDark, drawn(6, 9).side)).toBe(0);
  });

  test('is the widest when there is nothing to measure', () => {
    expect(paddingFor(() => false, 400)).toBe(widestPadding);
    expect(paddingFor(() => true, 400)).toBe(widestPadding);
    expect(paddingFor((x, y) => x === 200 && y === 200, 400)).toBe(widestPadding);
  });
});
