// What every store must do with the calls that were sent about a payment.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../store/store.ts';

const reference = 'till-1-a';
const never = 0;

/** @param open gives an empty store. */
export function sentCallsContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  describe('calls that were sent', () => {
    it('are there in their order, each kind of each payment by itself', async () => {
      await store.addSent(reference, 'cancel', { intent: 0, atMs: 5 }, never);
      await store.addSent(reference, 'cancel', { intent: 1, atMs: 5 }, never);
      await store.addSent(reference, 'refund', { intent: null, atMs: 7 }, never);
      await store.addSent('till-1-b', 'cancel', { intent: 0, atMs: 8 }, never);
      const unanswered = { isAnswered: false };
      expect(await store.readSent(reference, 'cancel')).toEqual([
        { intent: 0, atMs: 5, ...unanswered },
        { intent: 1, atMs: 5, ...unanswered },
      ]);
      expect(await store.readSent(reference, 'refund')).toEqual([{ intent: null, atMs: 7, ...unanswered }]);
      expect(await store.readSent(reference, 'capture')).toEqual([]);
    });

    it('are answered together', async () => {
      await store.addSent(reference, 'cancel', { intent: 0, atMs: 5 }, never);
      await store.answerSent(reference, 'cancel');
      await store.addSent(reference, 'cancel', { intent: 1, atMs: 6 }, never);
      const [first, second] = await store.readSent(reference, 'cancel');
      expect([first?.isAnswered, second?.isAnswered]).toEqual([true, false]);
    });

    it('are forgotten when they are old, but for the newest intent', async () => {
      await store.addSent(reference, 'cancel', { intent: 0, atMs: 1 }, never);
      await store.addSent(reference, 'cancel', { intent: 1, atMs: 2 }, 2);
      await store.addSent(reference, 'cancel', { intent: null, atMs: 90 }, 80);
      expect((await store.readSent(reference, 'cancel')).map(({ intent }) => intent)).toEqual([1, null]);
    });
  });
}
