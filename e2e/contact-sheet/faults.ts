// Faults of a screen that a program can find: in its layout, and in its accessibility.
import { readFile } from 'node:fs/promises';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';

type Axe = { run(page: Document, options: RunOptions): Promise<AxeResults> };

const source = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What axe finds on a page. Its source is half a megabyte: a page that has it already is not sent it again. */
export async function violationsOn(page: Page, options: RunOptions = {}): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(`${source}; undefined`);
  return page.evaluate(async (how) => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, how);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, options);
}

/**
 * Words that are cut off or lie over each other, a code that is covered, a page that scrolls.
 * @param isLong whether what is there may go on below the edge, as lists do.
 */
export function layoutFaultsOn(page: Page, isLong = false): Promise<string[]> {
  return page.evaluate((mayGoOn) => {
    const { documentElement: root } = document;
    const found: string[] = [];
    if (root.scrollWidth > innerWidth || (root.scrollHeight > innerHeight && !mayGoOn)) found.push('scrolls');
    const code = document.querySelector('.qr')?.getBoundingClientRect();
    if (code) {
      for (let step = 0; step <= 400; step += 1) {
        const x = code.left + code.width * (0.03 + (0.94 * (step % 20)) / 19);
        const y = code.top + code.height * (0.03 + (0.94 * Math.floor(step / 20)) / 20);
        if (document.elementFromPoint(x, y)?.closest('.qr') !== document.querySelector('.qr')) {
          found.push(`covers the code: ${document.elementFromPoint(x, y)?.className}`);
        }
      }
    }
    const header = document.querySelector('.shop')?.getBoundingClientRect();
    // What lies under a dialog is not checked.
    const on = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
    const words = on.querySelectorAll('h1, p, b, li, .pill, button, .lines span');
    const shortens = (one: Element) => {
      const { textOverflow, webkitLineClamp } = getComputedStyle(one);
      return textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
    };
    const shown: { one: Element; what: string; lines: DOMRect[] }[] = [];
    for (const one of words) {
      const box = one.getBoundingClientRect();
      const { left, right, top, bottom, width } = box;
      const style = getComputedStyle(one);
      const isShown = width > 1 && style.visibility === 'visible' && one.textContent !== '';
      if (!isShown) continue;
      const what = `${one.tagName} "${one.textContent}"`;
      const text = document.createRange();
      text.selectNodeContents(one);
      // The rest of an ellipsized text lies outside, unseen.
      const isShort = shortens(one) || [...one.children].some(shortens);
      const lines = isShort ? [box] : [...text.getClientRects()];
      shown.push({ one, what, lines });
      const isOutside = lines.some(
        (line) =>
          line.left < -1 ||
          line.right > innerWidth + 1 ||
          (!mayGoOn && (line.top < -1 || line.bottom > innerHeight + 1)),
      );
      if (isOutside) found.push(`outside: ${what}`);
      const isCut = !isShort && style.display !== 'inline' && one.scrollWidth > one.clientWidth + 1;
      if (isCut) found.push(`cut off: ${what}`);
      if (one.closest('.said, .terms') === null) continue;
      const isOnCode =
        code && left < code.right && right > code.left && top < code.bottom - 1 && bottom > code.top + 1;
      if (isOnCode) found.push(`on the code: ${what}`);
      if (header && top < header.bottom - 1) found.push(`under the header: ${what}`);
    }
    const isWithin = (a: Element, b: Element) => a.contains(b) || b.contains(a);
    // Lines are taller than their letters.
    const isOn = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.2 * Math.min(a.height, b.height);
    // The name of the till that staff asked for is meant to cover everything.
    const isOver = document.querySelector('.identify') !== null;
    for (const [at, { one, what, lines }] of isOver ? [] : shown.entries()) {
      for (const other of shown.slice(at + 1)) {
        if (isWithin(one, other.one)) continue;
        const lies = lines.some((line) => other.lines.some((another) => isOn(line, another)));
        if (lies) found.push(`over each other: ${what} and ${other.what}`);
      }
    }
    return [...new Set(found)];
  }, isLong);
}
