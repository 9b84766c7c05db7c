import { afterEach, expect, test, vi } from 'vitest';
import type { OwnDisplay } from '../../../server/contract/access.ts';
import { type ErrorCode, errorCodes } from '../../../server/contract/payments.ts';
import {
  askDevice,
  codeGroups,
  type Device,
  isUnpaired,
  nothingKnown,
  stepOf,
  tillInAddress,
} from './device.ts';

afterEach(() => vi.unstubAllGlobals());

const shown: OwnDisplay = { till: null, code: '042137', expiresAt: '2026-05-04T10:05:00Z' };
const paired: OwnDisplay = { till: '1', code: null, expiresAt: null };
const known = (display: OwnDisplay): Device => ({ ...nothingKnown, display });

type Answers = { GET: () => Response; POST?: () => Response };

/** The server as the tablet finds it; what it was asked, in order. */
function server({ GET, POST = () => Response.error() }: Answers) {
  const asked: string[] = [];
  const answer = async (_: string, { method, body }: RequestInit) => {
    asked.push(method === 'POST' ? `POST ${body}` : 'GET');
    return method === 'POST' ? POST() : GET();
  };
  vi.stubGlobal('fetch', vi.fn(answer));
  return asked;
}
const no = (code: ErrorCode, headers = {}) =>
  Response.json({ error: { code, message: '' } }, { status: 400, headers });

test('a tablet that the server does not know registers with the till of its address, and shows a code', async () => {
  const asked = server({ GET: () => no('not_signed_in'), POST: () => Response.json(shown, { status: 201 }) });
  expect(stepOf(await askDevice('1', nothingKnown), '1')).toEqual({ name: 'pairing', code: '042137' });
  expect(asked).toEqual(['GET', 'POST {"till":"1"}']);
  await askDevice(null, nothingKnown);
  expect(asked.at(-1)).toBe('POST {}');
});

test('a code that ran out is replaced by a fresh one', async () => {
  const fresh = { ...shown, code: '555666' };
  server({ GET: () => no('not_signed_in'), POST: () => Response.json(fresh) });
  expect(stepOf(await askDevice(null, known(shown)), null)).toEqual({ name: 'pairing', code: '555666' });
});

test('a tablet that waits to be paired polls and does not register again', async () => {
  const asked = server({ GET: () => Response.json(shown) });
  expect(await askDevice(null, known(shown))).toEqual(known(shown));
  expect(asked).toEqual(['GET']);
});

test('a paired tablet shows its till, or moves there', async () => {
  server({ GET: () => Response.json(paired) });
  const own = await askDevice(null, known(shown));
  expect(stepOf(own, '1')).toEqual({ name: 'till', till: '1' });
  expect(stepOf(own, null)).toEqual({ name: 'move', till: '1' });
  expect(stepOf(own, '2')).toEqual({ name: 'move', till: '1' });
});

test('[P6] while the server is away the code stays, and so does the till', async () => {
  server({ GET: () => Response.error() });
  for (const last of [known(shown), known(paired)]) {
    const own = await askDevice('1', last);
    expect(own).toEqual({ ...last, failure: 'unreachable' });
    expect(stepOf(own, '1')).toEqual(stepOf(last, '1'));
  }
});

test('a code that ended is not shown again although no fresh one can be had', async () => {
  server({ GET: () => no('not_signed_in'), POST: () => no('rate_limited', { 'Retry-After': '7' }) });
  const slowed = await askDevice(null, known(shown));
  expect(slowed).toEqual({ display: null, failure: 'rate_limited', waitSeconds: 7 });
  expect(stepOf(slowed, null)).toEqual({ name: 'slowed' });
  server({ GET: () => no('not_signed_in'), POST: () => Response.error() });
  expect(stepOf(await askDevice(null, known(paired)), '1')).toEqual({ name: 'connecting' });
});

test('[P8] not_signed_in, not_allowed and a till that is not there mean that a display is unpaired, no other answer does', () => {
  expect(errorCodes.filter(isUnpaired)).toEqual(['not_signed_in', 'not_allowed', 'not_found']);
  expect(isUnpaired('unreachable')).toBe(false);
  expect(isUnpaired(null)).toBe(false);
});

test.each([
  ['/display', null],
  ['/display/', null],
  ['/display/1', '1'],
  ['/display/b%C3%A5r', 'bår'],
])('the address %s names %s', (pathname, till) => {
  expect(tillInAddress(pathname)).toBe(till);
});

test('a code is shown in two groups, with its leading zeros', () => {
  expect(codeGroups('042137')).toEqual(['042', '137']);
});
