import { expect, type Page } from 'playwright/test';
import { findByJsqr, pictureOf } from './readers.ts';

export type FoundQr = {
  text: string;
  /** The code itself, without the white around it, in pixels of the screenshot. */
  sidePx: number;
  /** Whether the four modules around it are pure white on every side. */
  quiet: boolean;
};
export type MeasuredQr = FoundQr & {
  modulePx: number;
  /** Whether what is dark in it is pure black. */
  black: boolean;
};

/** What a camera finds on a screenshot; null when there is no code to be read. */
export function findQr(screenshot: Buffer): MeasuredQr | null {
  const picture = pictureOf(screenshot);
  const found = findByJsqr(picture);
  if (found === null) return null;
  const { topLeftCorner, topRightCorner, bottomLeftCorner } = found.location;
  const sidePx = topRightCorner.x - topLeftCorner.x;
  const modulePx = sidePx / (17 + 4 * found.version);
  const is = (value: number, x: number, y: number) => {
    const at = (Math.round(y) * picture.width + Math.round(x)) * 4;
    return [0, 1, 2].every((channel) => picture.data[at + channel] === value);
  };
  const edge = [topLeftCorner.x, topRightCorner.x, topLeftCorner.y, bottomLeftCorner.y] as const;
  let quiet = true;
  for (const modules of [0.5, 1.5, 2.5, 3.5]) {
    const away = modules * modulePx;
    // The card's corners are round, and a reader finds those of the code to a pixel or so.
    const along = Math.min(modules, 3) * modulePx;
    for (let x = edge[0] - along; x <= edge[1] + along; x += modulePx / 2) {
      quiet &&= is(255, x, edge[2] - away) && is(255, x, edge[3] + away);
    }
    for (let y = edge[2] - along; y <= edge[3] + along; y += modulePx / 2) {
      quiet &&= is(255, edge[0] - away, y) && is(255, edge[1] + away, y);
    }
  }
  // The middle of a corner's mark is three modules of dark.
  const middle = 3.5 * modulePx;
  const black =
    is(0, edge[0] + middle, edge[2] + middle) &&
    is(0, edge[1] - middle, edge[2] + middle) &&
    is(0, edge[0] + middle, edge[3] - middle);
  return { text: found.data, sidePx, modulePx, quiet, black };
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
