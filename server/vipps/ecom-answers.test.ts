import { expect, test } from 'vitest';
import { createEcom } from './ecom.ts';
import type { Send } from './send.ts';

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
  const qr = { present: () => Promise.reject(new Error('not asked for')) };
  return { called, gateway: createEcom({ send, qr, ...settings }) };
}

const entry = (operation: string, amount: number) => ({ operation, amount, operationSuccess: true });
const operation = { reference: 'r', amountMinor: 100, text: 'Socks', key: 'k' };
const details = {
  orderId: 'r',
  transactionLogHistory: [entry('REFUND', 30), entry('CAPTURE', 100), entry('RESERVE', 100)],
};

test('[P1] a capture or refund that is answered without a summary is read off the history', async () => {
  const answer = { orderId: 'r' };
  const { called, gateway } = gatewayWith({ capture: answer, refund: answer, details });
  expect(await gateway.capture(operation)).toEqual({ capturedAmount: 100 });
  expect(await gateway.refund(operation)).toEqual({ refundedAmount: 30 });
  expect(called).toEqual(['capture', 'details', 'refund', 'details']);
});
