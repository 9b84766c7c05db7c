// Two readers that share no code, as customers' phones do not: jsqr, and ZXing-C++ as WebAssembly.
import { readFileSync } from 'node:fs';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

// jsqr is a CommonJS module: its function is its default, or the default of that, as the loader has it.
const decode: typeof jsqr.default = typeof jsqr === 'function' ? jsqr : jsqr.default;

// From the installed package: left to itself it would fetch this from the internet.
const wasm = readFileSync(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

export const readers = ['jsqr', 'ZXing'] as const;
export type Reader = (typeof readers)[number];

export type Picture = { data: Uint8ClampedArray; width: number; height: number };

export function pictureOf(png: Buffer): Picture {
  const { data, width, height } = PNG.sync.read(png);
  return { data: new Uint8ClampedArray(data), width, height };
}

/** The code that jsqr finds, and where. Ours is dark on light in every scheme: a reader that has to look for the opposite has found a fault. */
export function findByJsqr({ data, width, height }: Picture) {
  return decode(data, width, height, { inversionAttempts: 'dontInvert' });
}

export async function readByZxing(png: Buffer): Promise<string | null> {
  const [found] = await readBarcodes(new Uint8Array(png), { formats: ['QRCode'], tryInvert: false });
  return found?.text ?? null;
}

/** What each reader makes of a picture; null when it finds no code. */
export async function readByEach(png: Buffer): Promise<Record<Reader, string | null>> {
  return { jsqr: findByJsqr(pictureOf(png))?.data ?? null, ZXing: await readByZxing(png) };
}
