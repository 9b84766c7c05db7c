// The findings on all screens of the contact sheet, counted and as sentences.
import type { Page } from 'playwright/test';
import { findQr } from '../shop/screens/qr.ts';
import { type Reader, readByEach, readByZxing, readers } from '../shop/screens/readers.ts';
import { spoil, spoilingNames } from '../shop/screens/spoilt.ts';
import { layoutFaultsOn, violationsOn } from './faults.ts';
import { codeText } from './states.ts';

type Read = Record<Reader, number>;

export class Inspection {
  /** What is wrong, and where. */
  readonly found: string[] = [];
  #screens = 0;
  #violations = 0;
  #layoutFaults = 0;
  #codes = 0;
  #codeFaults = 0;
  readonly #read: Read = { jsqr: 0, ZXing: 0 };
  #spoilt = 0;
  readonly #readSpoilt: Read = { jsqr: 0, ZXing: 0 };

  /** @param where names the screen in what is found. @param isLong as of `layoutFaultsOn`. */
  async look(page: Page, where: string, isLong: boolean): Promise<void> {
    const [violations, faults] = [await violationsOn(page), await layoutFaultsOn(page, isLong)];
    this.#screens += 1;
    this.#violations += violations.length;
    this.#layoutFaults += faults.length;
    this.found.push(...[...violations, ...faults].map((one) => `${where}: ${one}`));
  }

  /** @param drawingIn a blank page in which the screenshot is spoilt; null to read it only as it is */
  async read(screenshot: Buffer, shortEdgePx: number, drawingIn: Page | null, where: string): Promise<void> {
    const code = findQr(screenshot);
    this.#codes += 1;
    this.#count(this.#read, { jsqr: code?.text ?? null, ZXing: await readByZxing(screenshot) }, where);
    if (code === null) return;
    const faults = [
      ...(code.quiet ? [] : ['not four white modules around the code']),
      ...(code.black ? [] : ['the code is not black']),
      ...(code.sidePx < shortEdgePx / 2 ? ['the code is too small'] : []),
    ];
    this.#codeFaults += faults.length;
    this.found.push(...faults.map((one) => `${where}: ${one}`));
    if (drawingIn === null) return;
    for (const name of spoilingNames) {
      const spoilt = await spoil(drawingIn, screenshot, { name, modulePx: code.modulePx });
      this.#spoilt += 1;
      this.#count(this.#readSpoilt, await readByEach(spoilt), `${where}, ${name}`);
    }
  }

  /** What was checked and with which result, as sentences. */
  summary(): string {
    const count = (read: Read) => readers.map((reader) => `${reader} read ${read[reader]}`).join(', ');
    return [
      `${this.#screens} screens checked: ${this.#violations} axe violations, ${this.#layoutFaults} faults of layout (words cut off, over each other or outside, a covered code, scrolling).`,
      `${this.#codes} of them show a code: ${count(this.#read)}; ${this.#codeFaults} are not black, lack four white modules around them or are less than half as wide as the short edge.`,
      `${this.#spoilt} pictures of codes spoilt as a camera would (${spoilingNames.join(', ')}): ${count(this.#readSpoilt)}.`,
    ].join(' ');
  }

  #count(read: Read, texts: Record<Reader, string | null>, where: string): void {
    for (const reader of readers) {
      if (texts[reader] === codeText) read[reader] += 1;
      else this.found.push(`${where}: ${reader} reads ${texts[reader] ?? 'nothing'}`);
    }
  }
}
