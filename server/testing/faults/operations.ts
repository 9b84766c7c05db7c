// How captures, refunds, releases and stops end with each fault that strikes them.
import type { Kind } from './kinds.ts';
import type { Cell, Row } from './table.ts';

/** Recurring says with its status alone that it has accepted: what stands in the answer cannot be wrong. */
const hasAnAnswer = (kind: Kind) => kind !== 'recurring' && kind !== 'recurring free';

/** How an operation ends that is done, that is tried once more, and that Vipps refuses for good. */
export type Ends = { done: Cell; repeated: Cell; turnedDown: Cell };

/** How it ends with each fault that strikes once; `renewed`: with a token that was no good. */
export function rowOf(kind: Kind, { done, repeated, turnedDown }: Ends, renewed: Cell): Row {
  return {
    refused: repeated,
    reset: repeated,
    hang: repeated,
    slow: done,
    401: renewed,
    403: repeated,
    // Other keys are told the same of what is there.
    404: repeated,
    // eCom says in it that the merchant is blocked; the others, no more than that it conflicts with something.
    409: kind === 'ecom' ? turnedDown : repeated,
    429: repeated,
    500: repeated,
    503: repeated,
    html: repeated,
    cut: repeated,
    wrong_shape: hasAnAnswer(kind) ? repeated : done,
    drop_after: repeated,
  };
}

/** What else answers in place of Vipps, or late, or with a final code. */
export const ofTheGateway = ({ repeated, turnedDown }: Ends) => ({
  never: turnedDown,
  in_progress: repeated,
  gateway_403: repeated,
  gateway_404: repeated,
  gateway_409: repeated,
  late: repeated,
});

/** Under its key, until Vipps says what has become of it. */
export const repeatedAs = (done: Cell): Cell => ({
  ...done,
  says: 'it is repeated under its key, and carried out once',
  calls: 2,
  answer: '503 vipps_unavailable',
});
