import { describe, expect, test } from 'vitest';
import { openTill, type Till } from '../testing/till.ts';
import { bend, oddities } from './odd-answers.ts';

const orderId = 'till-1-a';

async function shown(): Promise<Till & { landingUrl: string }> {
  const till = await openTill();
  const { body } = await till.initiate(orderId);
  return { ...till, landingUrl: body.url };
}

describe('an odd answer', () => {
  test('is what the call has really done, with its amounts and names', async () => {
    const till = await shown();
    const plain = (await till.details(orderId)).body;
    for (const oddity of oddities) {
      await till.faults([{ on: 'details', kind: 'odd', oddity, times: 1 }]);
      const { status, body } = await till.details(orderId);
      // Fetch itself takes the byte order mark away.
      const first = body.transactionLogHistory.find(
        (one: { operation?: string } | null) => one?.operation === 'INITIATE',
      );
      expect({ oddity, status, orderId: body.orderId, amount: first.amount }).toEqual({
        oddity,
        status: 200,
        orderId,
        amount: plain.transactionLogHistory[0].amount,
      });
    }
    expect((await till.details(orderId)).body).toEqual(plain);
  });

  test('has the entry, the fields or the life of which the rule speaks', async () => {
    const till = await shown();
    const asked = async (on: string, oddity: string, ask: () => Promise<{ body: unknown }>) => {
      await till.faults([{ on, kind: 'odd', oddity }]);
      return (await ask()).body;
    };
    const details = (oddity: string) => asked('details', oddity, () => till.details(orderId));
    const qr = (oddity: string) => asked('qr', oddity, () => till.qr(till.landingUrl));
    expect(await details('null_entry')).toMatchObject({
      transactionLogHistory: [null, { operation: 'INITIATE' }],
    });
    expect(await details('strange_entry')).toMatchObject({
      transactionLogHistory: [{ operation: 'RECONCILE' }, { operation: 'INITIATE' }],
    });
    expect(await details('more_fields')).toHaveProperty('transactionLogHistory.0.addedInVersion');
    expect(await details('fewer_fields')).not.toHaveProperty('transactionLogHistory.0.timeStamp');
    expect(await qr('image_elsewhere')).toMatchObject({
      url: expect.stringMatching(/^https:..qr-images\.example\.com/),
    });
    expect(await qr('expires_text')).toMatchObject({ expiresIn: expect.stringMatching(/^\d+$/) });
    expect(await qr('expires_huge')).toMatchObject({ expiresIn: 1e300 });
    expect(await qr('expires_past')).toMatchObject({ expiresIn: -1 });
    expect(await qr('expires_unreadable')).toMatchObject({ expiresIn: 'soon' });
    expect(await qr('expires_missing')).not.toHaveProperty('expiresIn');
  });

  test('begins with a byte order mark where the rule says so; what is no JSON stays as it is', () => {
    expect([...bend('byte_order_mark', Buffer.from('{}'))]).toEqual([0xef, 0xbb, 0xbf, 0x7b, 0x7d]);
    expect(bend('null_entry', Buffer.from('<svg/>')).toString()).toBe('<svg/>');
  });
});
