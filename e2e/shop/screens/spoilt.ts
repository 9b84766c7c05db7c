// What a phone's camera makes of a screen: out of focus, in poor light, held at an angle, squeezed into a poor JPEG.
import type { Page } from 'playwright/test';

type Spoiling = {
  /** The standard deviation of a Gaussian blur, in modules of the code. At half a module neighbours run into each other for good. */
  blurModules: number;
  /** What white and black become, of 255. */
  white: number;
  black: number;
  degrees: number;
  /** Of the JPEG, from 0 to 1; null leaves every pixel as it is. */
  quality: number | null;
};

const asItIs: Spoiling = { blurModules: 0, white: 255, black: 0, degrees: 0, quality: null };

/** Each near to where jsqr, the weaker reader, gives up: 0.42 modules of blur, 35 steps between white and black. It stands any angle and any quality. */
export const spoilings = {
  blurred: { ...asItIs, blurModules: 0.35 },
  dimmed: { ...asItIs, white: 80, black: 30 },
  rotated: { ...asItIs, degrees: 23 },
  compressed: { ...asItIs, quality: 0.1 },
  'all at once': { blurModules: 0.25, white: 150, black: 50, degrees: 23, quality: 0.3 },
} satisfies Record<string, Spoiling>;
export type SpoilingName = keyof typeof spoilings;
export const spoilingNames = Object.keys(spoilings) as SpoilingName[];

/** What a camera hands to a reader is no larger than this, with the whole screen in sight. */
const framePx = 960;

/**
 * @param page any blank page, to draw in
 * @param screenshot a PNG with a code of `modulePx` pixels a module. When it is a piece of a screen, `screenPx` is the longer edge of that.
 * @returns a PNG again, for the readers
 */
export async function spoil(
  page: Page,
  screenshot: Buffer,
  { name, modulePx, screenPx }: { name: SpoilingName; modulePx: number; screenPx?: number },
): Promise<Buffer> {
  const shot = `data:image/png;base64,${screenshot.toString('base64')}`;
  const url = await page.evaluate(
    async ({ shot, modulePx, screenPx, framePx, how }) => {
      const load = async (src: string) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        return image;
      };
      const canvasOf = (width: number, height: number) => {
        const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
        if (context === null) throw new Error('nothing to draw in');
        return context;
      };
      const image = await load(shot);
      const scale = Math.min(1, framePx / (screenPx ?? Math.max(image.width, image.height)));
      const [width, height] = [image.width * scale, image.height * scale];
      const angle = (how.degrees * Math.PI) / 180;
      const [sin, cos] = [Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle))];
      const frame = canvasOf(Math.ceil(width * cos + height * sin), Math.ceil(width * sin + height * cos));
      // Behind the screen is a wall.
      frame.fillStyle = '#777';
      frame.fillRect(0, 0, frame.canvas.width, frame.canvas.height);
      frame.translate(frame.canvas.width / 2, frame.canvas.height / 2);
      frame.rotate(angle);
      frame.imageSmoothingQuality = 'high';
      frame.filter = `blur(${how.blurModules * modulePx * scale}px)`;
      frame.drawImage(image, -width / 2, -height / 2, width, height);
      frame.resetTransform();
      frame.filter = 'none';
      // A grey in front of everything, as thick as it has to be: what is seen is grey * thickness + screen * (1 - thickness).
      const thickness = 1 - (how.white - how.black) / 255;
      const grey = thickness === 0 ? 0 : how.black / thickness;
      frame.globalAlpha = thickness;
      frame.fillStyle = `rgb(${grey} ${grey} ${grey})`;
      frame.fillRect(0, 0, frame.canvas.width, frame.canvas.height);
      if (how.quality === null) return frame.canvas.toDataURL('image/png');
      const squeezed = await load(frame.canvas.toDataURL('image/jpeg', how.quality));
      const result = canvasOf(squeezed.width, squeezed.height);
      result.drawImage(squeezed, 0, 0);
      return result.canvas.toDataURL('image/png');
    },
    { shot, modulePx, screenPx, framePx, how: spoilings[name] },
  );
  return Buffer.from(url.split(',')[1] ?? '', 'base64');
}
