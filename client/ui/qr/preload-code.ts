// The image of a code, loaded and measured before there is a card for it: the card is painted with it at once, and not empty first.
import { measurePadding } from './quiet-zone.ts';

/** The payment is shown after this long even without its image; the card goes on loading it. */
const mostMs = 150;

let prepared: { href: string; padding: number } | null = null;

/** @returns the padding of the card, as a share of it; null when this image is not prepared. */
export function preparedPadding(href: string): number | null {
  return prepared?.href === href ? prepared.padding : null;
}

/** Resolves when the image can be painted, or when that takes too long or cannot be done. */
export function prepareCode(href: string): Promise<void> {
  return new Promise((resolve) => {
    if (preparedPadding(href) !== null) return resolve();
    const timer = setTimeout(resolve, mostMs);
    const image = new Image();
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    image.onerror = end;
    image.onload = () => {
      prepared = { href, padding: measurePadding(image) };
      end();
    };
    image.src = href;
  });
}
