import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createCancelKeys } from './cancel-keys.ts';
import { VippsRejected, VippsUnavailable } from './errors.ts';

const where = { method: 'POST', path: '/', requestId: 'r' };
const refused = new VippsRejected('not now', { ...where, status: 409, code: 'Conflict' });
const unanswered = new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });

function setUp() {
  const withKey = createCancelKeys();
  /** @returns the key under which it was sent. */
  return async (reference: string, failure?: Error): Promise<string> => {
    let sent = '';
    const outcome = withKey(reference, async (key) => {
      sent = key;
      if (failure) throw failure;
    });
    await (failure ? expect(outcome).rejects.toBe(failure) : outcome);
    return sent;
  };
}

test('[P2] a cancel has the same key in every version of the server, which is made of its reference and its refusals', async () => {
  const keyOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 40);
  const cancel = setUp();
  expect(await cancel('till-1-a', refused)).toBe(keyOf('cancel till-1-a 0'));
  expect(await cancel('till-1-a')).toBe(keyOf('cancel till-1-a 1'));
});

test('[P2] a repeat has the same key, also when the answer was lost', async () => {
  const cancel = setUp();
  const first = await cancel('till-1-a', unanswered);
  expect([await cancel('till-1-a'), await cancel('till-1-a')]).toEqual([first, first]);
});

test('a refusal is answered the same for ever, so each has a key of its own after it', async () => {
  const cancel = setUp();
  const keys = [
    await cancel('till-1-a', refused),
    await cancel('till-1-a', refused),
    await cancel('till-1-a'),
    await cancel('till-1-b'),
  ];
  expect(new Set(keys).size).toBe(4);
});

test('of 1,000 refusals all are remembered; of one more, all but the oldest', async () => {
  const cancel = setUp();
  const keys: string[] = [];
  for (let number = 0; number < 1_000; number += 1) keys.push(await cancel(`till-${number}`, refused));
  expect(await cancel('till-0')).not.toBe(keys[0]);
  await cancel('till-one-more', refused);
  expect(await cancel('till-0')).toBe(keys[0]);
  expect(await cancel('till-1')).not.toBe(keys[1]);
});
