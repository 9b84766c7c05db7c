import { afterEach, expect, test, vi } from 'vitest';
import { samplePayment } from '../../testing/sample-payment.ts';
import { nextDeadlineMs } from './deadlines.ts';
import { nothingYet, type Polled, pollTill } from './poll-till.ts';

afterEach(() => vi.unstubAllGlobals());

const hourMs = 3_600_000;
const noonMs = Date.parse('2026-05-04T12:00:00Z');
const iso = (ms: number) => new Date(ms).toISOString();

/** A till with one payment that can be paid for ten minutes, seen by a page; every clock can be set. */
function tillAndPage() {
  const time = { passedMs: 0, serverAheadMs: 0, tabletAheadMs: 0, standstillMs: 0 };
  const asked: Headers[] = [];
  let version = 1;
  const answer = async (_: string, { headers }: RequestInit) => {
    asked.push(new Headers(headers));
    const wallMs = noonMs + time.serverAheadMs + time.passedMs;
    const answered = { date: new Date(wallMs).toUTCString(), etag: `"${version}"` };
    if (asked.at(-1)?.get('if-none-match') === answered.etag) {
      return new Response(null, { status: 304, headers: answered });
    }
    // The server knows what is left, and says it by its wall clock at that moment.
    const expiresAt = iso(wallMs + 600_000 - time.passedMs);
    const payment = samplePayment({ expiresAt, qr: { href: '/qr', expiresAt }, version });
    return Response.json({ till: null, payment }, { headers: answered });
  };
  vi.stubGlobal('fetch', vi.fn(answer));
  const clock = {
    monotonicMs: () => 7_000 + time.passedMs - time.standstillMs,
    wallMs: () => noonMs + time.tabletAheadMs + time.passedMs,
  };
  let last: Polled = nothingYet;
  const poll = async () => {
    last = await pollTill('1', last, clock);
    return last;
  };
  /** What the countdown shows, less what is really left; milliseconds. */
  const wrongByMs = () => {
    const payment = last.view?.payment;
    const untilMs = payment ? nextDeadlineMs(payment, last.deadlines) : null;
    if (untilMs === null) throw new Error('nothing is counted');
    return untilMs - clock.monotonicMs() - (600_000 - time.passedMs);
  };
  return { time, asked, poll, wrongByMs, change: () => (version += 1), last: () => last };
}

const right = { min: -1000, max: 1000 };
function expectRight(wrongMs: number) {
  expect(wrongMs).toBeGreaterThanOrEqual(right.min);
  expect(wrongMs).toBeLessThanOrEqual(right.max);
}

test.each([-hourMs, 0, hourMs])('[P1] a tablet whose clock is %i ms wrong counts right', async (wrongMs) => {
  const { time, poll, wrongByMs } = tillAndPage();
  time.tabletAheadMs = wrongMs;
  await poll();
  expectRight(wrongByMs());
  time.passedMs = 300_000;
  await poll();
  expectRight(wrongByMs());
});

test.each([-hourMs, hourMs])(
  '[P1] a tablet whose clock is set by %i ms while it counts goes on counting',
  async (jumpMs) => {
    const { time, poll, wrongByMs } = tillAndPage();
    await poll();
    const before = wrongByMs();
    time.passedMs = 4_000;
    time.tabletAheadMs = jumpMs;
    expect(wrongByMs()).toBe(before);
    await poll();
    expect(wrongByMs()).toBe(before);
  },
);

test.each([-hourMs, hourMs])(
  '[P1] a server whose clock jumps by %i ms between two answers changes nothing',
  async (jumpMs) => {
    const { time, asked, poll, wrongByMs, change, last } = tillAndPage();
    const first = await poll();
    const before = wrongByMs();
    time.passedMs = 3_000;
    time.serverAheadMs = jumpMs;
    expect(await poll()).toBe(first);
    expect(asked.at(-1)?.get('if-none-match')).toBe('"1"');
    expect(wrongByMs()).toBe(before);
    change();
    time.passedMs = 9_700;
    await poll();
    expect(last().view?.payment?.version).toBe(2);
    expect(wrongByMs()).toBe(before);
  },
);

test('the countdown does not jitter, whenever in its second the server answers', async () => {
  const { time, poll, wrongByMs, change } = tillAndPage();
  await poll();
  const before = wrongByMs();
  for (time.passedMs = 100; time.passedMs < 60_000; time.passedMs += 1_033) {
    change();
    await poll();
    expect(wrongByMs()).toBe(before);
  }
});

test('after a sleep in which the monotonic clock stood still, the page asks for the whole answer and counts right', async () => {
  const { time, asked, poll, wrongByMs } = tillAndPage();
  await poll();
  time.passedMs = 120_000;
  time.standstillMs = 115_000;
  await poll();
  expect(asked.at(-1)?.has('if-none-match')).toBe(false);
  expectRight(wrongByMs());
  await poll();
  expect(asked.at(-1)?.has('if-none-match')).toBe(true);
});

test('[P8] the display says that it is one, as its browser may be signed in as staff, too; staff do not', async () => {
  const { asked, poll } = tillAndPage();
  const clock = { monotonicMs: () => 0, wallMs: () => noonMs };
  await poll();
  await pollTill('1', nothingYet, clock, { said: 'display; secure=?0' });
  expect(asked.map((headers) => headers.get('tillside-screen'))).toEqual([null, 'display; secure=?0']);
});

test('[P6] a failed poll keeps the last known state with its deadlines, and the next good one ends the failure', async () => {
  const { poll, last } = tillAndPage();
  const good = await poll();
  const reachable = fetch;
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await poll()).toEqual({ ...good, failure: 'unreachable' });
  vi.stubGlobal('fetch', reachable);
  await poll();
  expect(last()).toEqual(good);
});
