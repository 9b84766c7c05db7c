import jsqr from 'jsqr';
import { PNG } from 'pngjs';

// jsqr is a CommonJS module: its function is its default, or the default of that, as the loader has it.
const decode: typeof jsqr.default = typeof jsqr === 'function' ? jsqr : jsqr.default;

/** What a camera reads off a screenshot; null when there is no code to be read. */
export function readQr(screenshot: Buffer): string | null {
  const { data, width, height } = PNG.sync.read(screenshot);
  // Ours is dark on light in every scheme; a reader that has to look for the opposite has found a fault.
  const found = decode(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' });
  return found?.data ?? null;
}
