// The tables as they are after the last migration. Times are epoch milliseconds, amounts minor units.
import type { Role } from '../contract/access.ts';
import type { Movement, Payment } from '../payments/payment/types.ts';
import type { SettingsTables } from './settings-store.ts';
import type { SignInTables } from './sign-in-store.ts';
import type { StoredHistoryEntry, StoredOperation, WriteCall } from './store.ts';
import type { StoredVippsId } from './vipps-id-store.ts';

export type PaymentRow = {
  reference: string;
  base: string;
  attempt: number;
  till: string;
  shop: string;
  msn: string;
  api: Payment['api'];
  state: Payment['state'];
  amount: number;
  currency: Payment['amount']['currency'];
  text: string;
  /** Reference and text in lower case, for finding: a database's own lower() does not know Ø. */
  search: string;
  lines: string;
  /** JSON. */
  agreement: string | null;
  qr_expires_at: number | null;
  expires_at: number;
  closing_for: Payment['closingFor'];
  capture: Payment['capture'];
  reserved_amount: number;
  captured_amount: number;
  refunded_amount: number;
  capture_until: number | null;
  refunding_amount: number;
  released_amount: number;
  releasing_amount: number;
  ended_by: Payment['endedBy'];
  problem: string | null;
  /** Whether the problem is one that staff should look at. */
  attention: 0 | 1;
  created_at: number;
  ended_at: number | null;
  updated_at: number;
  version: number;
};

export type ApiKeyRow = {
  id: string;
  name: string;
  name_key: string;
  token_hash: string;
  shop: string | null;
  till: string | null;
  created_at: number;
  /** Separated by commas. */
  scopes: string;
  /** By the wall clock. */
  expires_at: number | null;
  last_used_at: number | null;
  /** Of a key that was rotated, the token of before, and when it ends by the steady clock. */
  old_token_hash: string | null;
  old_ends_at: number | null;
};

type AskedColumns = { idempotency_key: string | null; fingerprint: string | null };

export type Tables = SettingsTables &
  SignInTables & {
    /** `sequence` counts payments in the order in which they were stored. */
    payments: PaymentRow &
      AskedColumns & { answer: string | null; sequence: number } & {
        late_looks_over: 0 | 1;
        receipt_due: 0 | 1;
      };
    payment_images: { reference: string; content_type: string; bytes: Uint8Array };
    payment_history: {
      reference: string;
      version: number;
      at: number;
      event: StoredHistoryEntry['event'];
      state: Payment['state'];
      /** JSON. */
      by: string | null;
      detail: string;
    };
    operations: AskedColumns & {
      key: string;
      reference: string;
      kind: StoredOperation['kind'];
      amount: number;
      before: number;
      state: StoredOperation['state'];
      failures: number;
      created_at: number;
      /** Who is held to a limit of a day by it. */
      limited: string | null;
    };
    /** What money did, once for each thing that it did in one change of a payment. */
    money_movements: {
      reference: string;
      version: number;
      kind: Movement['kind'];
      amount: number;
      found: 0 | 1;
      at: number;
      /** Of the payment. */
      shop: string;
      till: string;
    };
    /** Up to when the books of a shop are closed. */
    closed_days: { shop: string; until: number };
    vipps_ids: { reference: string; about: StoredVippsId['about']; id: string; at: number };
    /** `at` is by the steady clock; `sequence` counts the calls of one kind about a payment. */
    sent_calls: {
      reference: string;
      call: WriteCall;
      sequence: number;
      intent: number | null;
      is_answered: 0 | 1;
      at: number;
    };
    clock_anchors: { boot: string; offset_ms: number };
    staff: {
      id: string;
      name: string;
      /** The name as names are told apart. */
      name_key: string;
      role: Role;
      /** Null is all shops. */
      shop: string | null;
      pin_hash: string;
      created_at: number;
      last_sign_in_at: number | null;
    };
    displays: {
      id: string;
      token_hash: string;
      till: string;
      paired_at: number;
      paired_by: string;
      last_seen_at: number | null;
    };
    api_keys: ApiKeyRow;
    /** `terms` are JSON. */
    products: { id: string; shop: string; terms: string; created_at: number };
  };
