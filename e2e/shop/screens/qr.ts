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
  /** Whether its dark modules are pure black. */
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

/** What lies around the code's card is in a camera's sight, too. */
const aroundPx = 24;

/** The piece of a page with the code on its card; null when there is none, or it is not wholly on the screen. */
export async function pictureCode(page: Page): Promise<Buffer | null> {
  const card = await page.evaluate(() => {
    const box = document.querySelector('.qr')?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return null;
    const isWhole = box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
    return isWhole ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
  });
  if (card === null) return null;
  const { x, y, width, height } = card;
  const [left, top] = [Math.max(0, x - aroundPx), Math.max(0, y - aroundPx)];
  const clip = { x: left, y: top, width: x + width + aroundPx - left, height: y + height + aroundPx - top };
  return page.screenshot({ clip });
}

/** What a camera finds on a page; null when there is no code to be read. */
export async function readQr(page: Page): Promise<MeasuredQr | null> {
  const picture = await pictureCode(page);
  return picture && findQr(picture);
}

/** What the code on a display says, once it is there. */
export async function readCodeFrom(display: Page): Promise<string> {
  const image = display.getByRole('img', { name: /^QR/ });
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  let code: string | null = null;
  await expect
    .poll(async () => {
      code = (await readQr(display))?.text ?? null;
      return code;
    })
    .not.toBeNull();
  return code ?? '';
}
