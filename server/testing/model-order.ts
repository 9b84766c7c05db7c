// An order as the model of Vipps keeps it. Amounts are minor units.
import type { StoredOperation } from '../store/store.ts';

/** Vipps says no, with its code; nothing has changed there. */
export class NotPossible extends Error {
  override readonly name = 'NotPossible';
  readonly code: string;
  constructor(code: string) {
    super(`Vipps refuses: ${code}`);
    this.code = code;
  }
}

export type Done = { kind: StoredOperation['kind']; key: string; amount: number; total: number };

export type ModelOrder = {
  readonly reference: string;
  readonly amount: number;
  readonly expiresAtMs: number;
  opened: boolean;
  attempted: boolean;
  approved: boolean;
  reserved: number;
  captured: number;
  refunded: number;
  /** Reserved once, and given back uncaptured. */
  released: number;
  /** Cancelled, refused or stopped, and nothing has been approved since. */
  ended: boolean;
  /** An approval that was under way came after the CANCEL. */
  paidAfterCancel: boolean;
  readonly done: Done[];
  /** What cancels were answered, by their keys: null where they were accepted. */
  readonly cancels: Map<string, NotPossible | null>;
};
