// What a phone's camera makes of a QR.
import jsqr from 'jsqr';
import { PNG } from 'pngjs';

// jsqr is a CommonJS module: its function is the default of the default.
const decode = jsqr as unknown as typeof jsqr.default;
/** Several pixels for each of the 50 modules of a row are enough for a reader, and more only take it longer. */
const enoughPixels = 400;

/** Every so manieth pixel of an image. */
function sample({ data, width, height }: PNG, step: number) {
  const [across, down] = [Math.floor(width / step), Math.floor(height / step)];
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const sampled = new Uint32Array(across * down);
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) sampled[y * across + x] = pixels[y * step * width + x * step] ?? 0;
  }
  return { data: new Uint8ClampedArray(sampled.buffer), width: across, height: down };
}

/** @returns the size in pixels, and what stands in the code; `text` is undefined where there is none. */
export function readQr(png: Buffer): { width: number; height: number; text: string | undefined } {
  const image = PNG.sync.read(png);
  const { data, width, height } = sample(image, Math.max(1, Math.floor(image.width / enoughPixels)));
  return { width: image.width, height: image.height, text: decode(data, width, height)?.data };
}
