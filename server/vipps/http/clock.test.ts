import { expect, test } from 'vitest';
import { manualClock } from '../../testing/manual-clock.ts';
import { createVippsClock } from './clock.ts';

const origin = 'https://api.vipps.example';
const call = { method: 'GET', origin, path: '/', headers: {}, requestId: 'r' } as const;
const answering = (headers: Record<string, string>) => async () => ({
  status: 200,
  headers,
  bytes: Buffer.from(''),
});

test('the time at Vipps is our own until Vipps has told, and then goes on from what it told', async () => {
  const clock = manualClock();
  const vipps = createVippsClock(clock);
  expect(vipps.nowMs()).toBe(clock.nowMs());
  await vipps.heard(answering({ date: 'Tue, 06 May 2031 07:08:09 GMT' }), origin)(call);
  clock.jumpWallClock(86_400_000);
  await clock.advance(5_000);
  expect(vipps.nowMs()).toBe(Date.parse('2031-05-06T07:08:14Z'));
});

test('neither an answer without a date nor another host tells what time it is at Vipps', async () => {
  const clock = manualClock();
  const vipps = createVippsClock(clock);
  await vipps.heard(answering({}), origin)(call);
  await vipps.heard(answering({ date: 'soon' }), origin)(call);
  expect(vipps.nowMs()).toBe(clock.nowMs());
  const elsewhere = { ...call, origin: 'https://images.example' };
  await vipps.heard(answering({ date: 'Tue, 06 May 2031 07:08:09 GMT' }), origin)(elsewhere);
  expect(vipps.nowMs()).toBe(clock.nowMs());
});
