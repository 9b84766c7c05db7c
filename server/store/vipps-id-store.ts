// Vipps' own ids of a payment and of calls about it that failed: what its support asks for.
import type { VippsId } from '../contract/payments.ts';

export type StoredVippsId = Pick<VippsId, 'about' | 'id'> & { atMs: number };

export type VippsIdStore = {
  /** Keeps an id beside the history of a payment; one that is there stays as it is, and of those about one thing no more than `most`. */
  keepVippsId(reference: string, id: StoredVippsId, most: number): Promise<void>;
  /** In the order in which they came. */
  readVippsIds(reference: string): Promise<StoredVippsId[]>;
};
