import jsqr from 'jsqr';
import { expect, type Page } from 'playwright/test';
import { PNG } from 'pngjs';

// jsqr is a CommonJS module: its function is its default, or the default of that, as the loader has it.
const decode: typeof jsqr.default = typeof jsqr === 'function' ? jsqr : jsqr.default;

export type FoundQr = {
  text: string;
  /** The code itself, without the white around it, in pixels of the screenshot. */
  sidePx: number;
  /** Whether the four modules around it are pure white on every side. */
  quiet: boolean;
};

/** What a camera finds on a screenshot; null when there is no code to be read. */
export function findQr(screenshot: Buffer): FoundQr | null {
  const { data, width, height } = PNG.sync.read(screenshot);
  // Ours is dark on light in every scheme; a reader that has to look for the opposite has found a fault.
  const found = decode(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' });
  if (found === null) return null;
  const { topLeftCorner, topRightCorner, bottomLeftCorner } = found.location;
  const modulePx = (topRightCorner.x - topLeftCorner.x) / (17 + 4 * found.version);
  const isWhite = (x: number, y: number) => {
    const at = (Math.round(y) * width + Math.round(x)) * 4;
    return data[at] === 255 && data[at + 1] === 255 && data[at + 2] === 255;
  };
  const edge = [topLeftCorner.x, topRightCorner.x, topLeftCorner.y, bottomLeftCorner.y] as const;
  let quiet = true;
  for (const modules of [0.5, 1.5, 2.5, 3.5]) {
    const away = modules * modulePx;
    for (let x = edge[0] - away; x <= edge[1] + away; x += modulePx / 2) {
      quiet &&= isWhite(x, edge[2] - away) && isWhite(x, edge[3] + away);
    }
    for (let y = edge[2] - away; y <= edge[3] + away; y += modulePx / 2) {
      quiet &&= isWhite(edge[0] - away, y) && isWhite(edge[1] + away, y);
    }
  }
  return { text: found.data, sidePx: topRightCorner.x - topLeftCorner.x, quiet };
}

/** What the code on a display says, once it is there. */
export async function readCodeFrom(display: Page): Promise<string> {
  const image = display.getByRole('img', { name: /^QR/ });
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  let code: string | null = null;
  await expect
    .poll(async () => {
      code = findQr(await display.screenshot())?.text ?? null;
      return code;
    })
    .not.toBeNull();
  return code ?? '';
}
