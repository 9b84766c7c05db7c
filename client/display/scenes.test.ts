import { expect, test } from 'vitest';
import { states } from '../../server/contract.ts';
import { samplePayment } from '../ui/sample-payment.ts';
import { en } from '../ui/texts/en.ts';
import { sceneOf } from './scenes.ts';

const words = { display: en.display, app: 'Vipps' };

test('[P1] "Paid" is shown for an approved payment and for nothing else', () => {
  const paid = states.filter(
    (state) => sceneOf(samplePayment({ state }), words).title === en.display.approved.title,
  );
  expect(paid).toEqual(['approved']);
});

test('[P1] that nothing was taken is said only once the payment has ended without money', () => {
  const said = states.filter((state) =>
    sceneOf(samplePayment({ state }), words).text.includes('Nothing was taken'),
  );
  expect(said).toEqual(['cancelled', 'expired']);
});

test('[P1] the QR is shown only while it can be scanned', () => {
  const withQr = states.filter((state) => sceneOf(samplePayment({ state }), words).figure === 'qr');
  expect(withQr).toEqual(['presented']);
});

test('time is counted only while the customer can still do something', () => {
  const counting = states.filter((state) => sceneOf(samplePayment({ state }), words).countsDown);
  expect(counting).toEqual(['presented', 'scanned']);
});

test('a declined card is said in a friendly way, and the payment goes on', () => {
  const declined = samplePayment({ state: 'scanned', problem: { code: 'declined', message: '' } });
  expect(sceneOf(declined, words)).toMatchObject({ text: en.display.declined, countsDown: true });
});

test('[P3] a customer who approved too late is told that the money came back', () => {
  const late = samplePayment({ state: 'cancelled', problem: { code: 'released', message: '' } });
  expect(sceneOf(late, words).text).toBe(en.display.released);
});

test('a till without a payment welcomes', () => {
  expect(sceneOf(null, words)).toMatchObject({ title: 'Welcome', showsAmount: false });
});
