import { expect, test } from 'vitest';
import { allOurs, anOrder } from '../../testing/vipps.ts';
import type { Send } from '../http/request.ts';
import { createEcom } from './ecom.ts';
import { readHistory } from './history.ts';

/** eCom with scripted answers, by the name of the call. */
function gatewayWith(answers: Record<string, unknown>) {
  const called: string[] = [];
  const send: Send = async (call) => {
    called.push(call.name);
    return call.schema.parse(answers[call.name]);
  };
  const settings = {
    merchantSerialNumber: '123456',
    fallbackUrl: 'https://a.example',
    callbackUrl: 'https://a.example',
  };
  const notAskedFor = () => Promise.reject(new Error('not asked for'));
  const parts = {
    qr: { present: notAskedFor },
    receipts: { send: notAskedFor },
    whose: allOurs,
    callbackToken: () => 't',
  };
  return { called, gateway: createEcom({ send, ...parts, ...settings }) };
}

const entry = (operation: string, amount: number) => ({ operation, amount, operationSuccess: true });
const order = anOrder({ reference: 'r' });
const operation = { amountMinor: 100, key: 'k' };
const details = {
  orderId: 'r',
  transactionLogHistory: [entry('REFUND', 30), entry('CAPTURE', 100), entry('RESERVE', 100)],
};

test('[P1] a capture or refund that is answered without a summary is read off the history', async () => {
  const answer = { orderId: 'r' };
  const { called, gateway } = gatewayWith({ capture: answer, refund: answer, details });
  expect(await gateway.capture(order, operation)).toEqual({ capturedAmount: 100 });
  expect(await gateway.refund(order, operation)).toEqual({ refundedAmount: 30 });
  expect(called).toEqual(['capture', 'details', 'refund', 'details']);
});

test.each([
  ['an order to which nothing was done', ['INITIATE', 'RESERVE'], []],
  ['what was carried out', ['REFUND key-2', 'CAPTURE key-1', 'RESERVE other'], ['key-2', 'key-1']],
  ['what was carried out here beside the portal', ['REFUND', 'CAPTURE key-1'], ['key-1']],
  ['nothing where Vipps leaves them out', ['REFUND', 'CAPTURE'], null],
] as const)('[P2] the keys tell %s', (_, history, keys) => {
  const entries = history.map((line) => {
    const [operation, requestId = ''] = line.split(' ');
    return { operation, operationSuccess: true, amount: 100, requestId };
  });
  const failed = { operation: 'REFUND', operationSuccess: false, amount: 100, requestId: 'failed' };
  const all = [failed, ...entries] as Parameters<typeof readHistory>[0];
  expect(readHistory(all, 24_900).doneKeys).toEqual(keys);
});

test.each([
  [
    'a scan, whatever came first without one',
    [{ ...entry('RESERVE', 100), transactionId: '5' }, entry('INITIATE', 100)],
  ],
  [
    'a sale that was paid after a cancel',
    [{ ...entry('SALE', 100), transactionId: '5' }, entry('CANCEL', 0)],
  ],
])('[P1] a history tells %s', (_, history) => {
  const read = readHistory(history as Parameters<typeof readHistory>[0], 100_000);
  expect(read).toMatchObject({ scanned: true, reservedAmount: 100, cancelled: false });
});
