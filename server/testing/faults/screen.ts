// What a till's screen shows, written down one after the other in words that fit a table.
import type { PaymentView, TillPayment } from '../../contract/payments.ts';
import type { Pos } from '../access.ts';
import type { InProcess } from '../in-process.ts';

/** The second start of a sale has a reference of its own. */
export const startOf = (reference: string) => (reference.endsWith('-2') ? '-2 ' : '');

const captures = { none: [], pending: ['capturing'], captured: ['captured'], failed: ['not captured'] };

function inWords(payment: PaymentView): string {
  const { reference, state, capture, refundedAmount, releasedAmount, agreement, problem } = payment;
  const ending =
    agreement?.status === 'stopping' || (state === 'approved' && agreement?.status === 'stopped');
  const words = [
    state,
    ...captures[capture],
    ...(refundedAmount > 0 ? ['refunded'] : []),
    ...(releasedAmount > 0 ? ['released'] : []),
    ...(ending ? [agreement.status] : []),
  ];
  return `${startOf(reference)}${words.join(' ')}${problem === null ? '' : ` (${problem.code})`}`;
}

export type Screen = ReturnType<typeof createScreen>;

/**
 * @param call asks the server.
 * @param till whose screen it is.
 * @param pos may see it.
 * @param news counts the changes that the till's screens are woken by.
 */
export function createScreen(call: InProcess, till: string, pos: Pos, changeFeed: () => number) {
  const shown: string[] = [];
  const codes = new Set<string>();
  let seen = -1;
  let latest: Promise<PaymentView | null> = Promise.resolve(null);

  async function read(): Promise<PaymentView | null> {
    const { status, text } = await call(`/api/tills/${till}/payment`, { headers: pos });
    if (status !== 200) throw new Error(`the screen got ${status}`);
    const { payment } = JSON.parse(text) as TillPayment;
    const words = payment === null ? 'idle' : inWords(payment);
    if (shown.at(-1) !== words) shown.push(words);
    if (payment?.qr) codes.add(payment.reference);
    return payment;
  }

  /** One after the other, so that they are written down in the order in which they were asked for. */
  function poll(): Promise<PaymentView | null> {
    seen = changeFeed();
    latest = latest.then(read);
    return latest;
  }

  return {
    /** @returns what the screen gets now. */
    poll,
    /** Looks if there is any news; resolves when all that there was has been seen. */
    async keepUp(): Promise<void> {
      if (seen !== changeFeed()) poll();
      await latest;
    },
    /** All that was shown, but for the idle screen before and after. */
    story: () => shown.join(' → ').replace(/^idle → | → idle$/g, ''),
    /** The references whose codes a customer could have scanned. */
    codes: (): ReadonlySet<string> => codes,
  };
}
