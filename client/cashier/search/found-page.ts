import type { PaymentList } from '../../../server/contract/payments.ts';

/**
 * The next page with something on it, or the last: of very many payments the server looks through a part at a time, and a part in which
 * nothing was found does not say that there is nothing.
 * @param fetchPage gives the page at a cursor; null is the first.
 */
export async function fetchFound(
  fetchPage: (cursor: string | null) => Promise<PaymentList>,
  cursor: string | null,
  signal: AbortSignal,
): Promise<PaymentList> {
  let page = await fetchPage(cursor);
  while (page.payments.length === 0 && page.cursor !== null && !signal.aborted) {
    page = await fetchPage(page.cursor);
  }
  return page;
}
