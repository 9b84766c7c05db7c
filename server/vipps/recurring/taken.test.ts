import { describe, expect, test } from 'vitest';
import { manualClock } from '../../testing/manual-clock.ts';
import { allOurs, anAgreement, anOrder } from '../../testing/vipps.ts';
import type { Order } from '../gateway.ts';
import { VippsUnavailable } from '../http/errors.ts';
import type { Send } from '../http/request.ts';
import { createRecurring } from './recurring.ts';

const first = 4_900;
const reference = 'till-1-agreement';

describe('[P1] what Vipps has only taken (202) counts', () => {
  const running = { id: 'agr_1', status: 'ACTIVE' };
  const charge = {
    id: reference,
    status: 'RESERVED',
    amount: first,
    history: [],
    summary: { captured: 0, refunded: 0, cancelled: 0 },
  };
  /** A gateway to a Vipps that takes every change, and shows these. */
  function taking(shown: { agreement?: object; charge?: object }) {
    const send = (async ({ method, name }: Parameters<Send>[0]) => {
      if (name === 'details') return shown.agreement;
      if (name === 'charge') return shown.charge;
      const where = { method, path: '/', requestId: 'r', status: 202 };
      throw new VippsUnavailable('not carried out yet', { ...where, outcome: 'unknown' });
    }) as unknown as Send;
    const notAskedFor = () => Promise.reject(new Error('not asked for'));
    const parts = { qr: { present: notAskedFor }, receipts: { send: notAskedFor }, whose: allOurs };
    const urls = { fallbackUrl: 'https://a.example', agreementUrl: 'https://a.example' };
    return createRecurring({ send, clock: manualClock(), ...parts, ...urls });
  }
  const known: Order = {
    ...anOrder({ reference, api: 'recurring' }),
    agreement: { ...anAgreement(first), id: 'agr_1', chargeId: reference },
  };
  const operation = { amountMinor: first, key: 'key-1' };
  const unknown = expect.objectContaining({ name: 'VippsUnavailable', outcome: 'unknown' });

  test('once a poll shows that it is done', async () => {
    const over = taking({ agreement: { ...running, status: 'STOPPED' } });
    await expect(over.stop(known, operation)).resolves.toBeUndefined();
    await expect(over.cancel(known, 'cancel-1')).resolves.toBeUndefined();
    const freed = { ...charge, summary: { captured: 0, refunded: 0, cancelled: first } };
    await expect(taking({ charge: freed }).release(known, operation)).resolves.toBeUndefined();
    const history = [{ event: 'CAPTURE', idempotencyKey: 'key-1', success: true }];
    const captured = { ...charge, history, summary: { captured: first, refunded: 0, cancelled: 0 } };
    expect(await taking({ charge: captured }).capture(known, operation)).toEqual({ capturedAmount: first });
  });

  test('as unknown until then', async () => {
    const { stop, cancel, release, capture } = taking({ agreement: running, charge });
    await expect(stop(known, operation)).rejects.toEqual(unknown);
    await expect(cancel(known, 'cancel-1')).rejects.toEqual(unknown);
    await expect(release(known, operation)).rejects.toEqual(unknown);
    await expect(capture(known, operation)).rejects.toEqual(unknown);
  });
});
