// Shop texts and amounts as the pages of the simulated phone show them.
import type { Currency } from '../orders/types.ts';

/** `<`, `>`, `&` and quotes lose their meaning. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Minor units as a Norwegian customer reads them: 49900 is "499,00 kr". */
export function formatAmount(amountMinor: number, currency: Currency): string {
  const format = new Intl.NumberFormat('nb-NO', { style: 'currency', currency });
  return format.format(amountMinor / 100);
}
