// How much white a QR image brings along, so that the card adds what is missing to four modules (ISO/IEC 18004) and no more.

const modulesNeeded = 4;
/** The finder pattern in the corner of every QR is seven modules wide. */
const finderModules = 7;
const sidePx = 400;
/** The finder pattern in the upper left corner lies within this, whatever the size of the code and its white. */
const cornerPx = sidePx / 2;

/** What the card adds on each side when the image cannot be measured: four of 29 modules, as a share of the card. */
export const widestPadding = modulesNeeded / (29 + 2 * modulesNeeded);

/**
 * @param isDark whether the pixel at x, y of a square image of `side` pixels is dark.
 * @returns the padding to add on each side, as a share of the card that holds image and padding.
 */
export function paddingFor(isDark: (x: number, y: number) => boolean, side: number): number {
  for (let y = 0; y < side; y += 1) {
    for (let left = 0; left < side; left += 1) {
      if (!isDark(left, y)) continue;
      let right = left;
      while (right < side && isDark(right, y)) right += 1;
      const module = (right - left) / finderModules;
      // Narrower than any QR can be drawn, or wider than the smallest has it: not a finder pattern.
      if (module < side / 200 || module > side / 21) return widestPadding;
      const missing = Math.max(0, modulesNeeded * module - Math.min(left, y)) / side;
      return missing / (1 + 2 * missing);
    }
  }
  return widestPadding;
}

/** Measures an image that has loaded from our own server. */
export function measurePadding(image: HTMLImageElement): number {
  const canvas = document.createElement('canvas');
  canvas.width = cornerPx;
  canvas.height = cornerPx;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return widestPadding;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, cornerPx, cornerPx);
  context.drawImage(image, 0, 0, sidePx, sidePx);
  const { data } = context.getImageData(0, 0, cornerPx, cornerPx);
  const isDark = (x: number, y: number) => x < cornerPx && (data[(y * cornerPx + x) * 4] ?? 255) < 128;
  return paddingFor(isDark, sidePx);
}
