// `npm run keys`, as a process of its own.
import { describe, expect, test } from 'vitest';
import { hashToken } from '../access/secrets/tokens.ts';
import { openSqlite } from '../store/sqlite/sqlite.ts';
import { aMachine } from '../testing/run-command.ts';

const tokens = (text: string) => text.match(/[\w-]{43}/g) ?? [];

async function stored(file: string) {
  const store = await openSqlite(file);
  const keys = await store.access.listKeys();
  return {
    keys,
    find: (token: string) => store.access.findKey(hashToken(token)),
    close: () => store.close(),
  };
}

test('[P7] a key is printed once, as the last line, and only its hash is stored', async () => {
  const { run, file } = aMachine();
  const words = ['add', 'Checkout', '--till', '1', '--scope', 'refund,sell', '--expires', '2999-01-01'];
  const added = await run('keys', words);
  expect(added).toMatchObject({ code: 0, said: '' });
  const [token = '', ...more] = tokens(added.out);
  expect([more, added.out.endsWith(`\n${token}\n`)]).toEqual([[], true]);
  expect(added.out).toContain(
    'Checkout may sell, refund for till 1. It expires at 2999-01-01T00:00:00.000Z.',
  );
  const { keys, find, close } = await stored(file);
  expect(keys).toMatchObject([
    { name: 'Checkout', till: '1', scopes: ['sell', 'refund'], expiresAtMs: Date.parse('2999-01-01') },
  ]);
  expect(await find(token)).toMatchObject({ name: 'Checkout', isOld: false });
  expect(JSON.stringify(keys)).not.toContain(token);
  await close();
});

test('a list says what each key is for, when it expires or has, and when it was last used', async () => {
  const { run, file } = aMachine();
  await run('keys', ['add', 'metrics']);
  const store = await openSqlite(file);
  const when = { createdAtMs: 0, lastUsedAtMs: Date.parse('2026-05-01T10:00:00Z'), oldEndsAtMs: null };
  const key = { id: 'a', name: 'web', shop: null, till: '1', scopes: ['read' as const], expiresAtMs: 1 };
  await store.access.addKey({ ...key, ...when }, { nameKey: 'web', tokenHash: 'hash' });
  await store.close();
  const { out, code } = await run('keys', ['list']);
  expect(code).toBe(0);
  const [metrics = '', web = ''] = out.trim().split('\n');
  expect(metrics).toMatch(/ {2}all tills {2}sell,refund,read {2}does not expire {2}never used {2}metrics$/);
  expect(web).toBe(
    '1970-01-01T00:00:00.000Z  till 1  read  EXPIRED 1970-01-01T00:00:00.001Z  last used 2026-05-01T10:00:00.000Z  web',
  );
});

test('a rotation prints a new key, and the old one goes on until its overlap ends', async () => {
  const { run, file } = aMachine();
  const [first = ''] = tokens((await run('keys', ['add', 'POS'])).out);
  const rotated = await run('keys', ['rotate', 'pos', '--overlap', '2h']);
  expect(rotated).toMatchObject({ code: 0, said: '' });
  const [second = '', ...more] = tokens(rotated.out);
  expect(more).toEqual([]);
  const { keys, find, close } = await stored(file);
  expect(keys).toHaveLength(1);
  expect(await find(first)).toMatchObject({ name: 'POS', isOld: true });
  expect(await find(second)).toMatchObject({ name: 'POS', isOld: false });
  await close();
  expect((await run('keys', ['list'])).out).toMatch(/ {2}old key until \S+Z {2}POS\n$/);
  const again = await run('keys', ['rotate', 'POS']);
  expect(again).toMatchObject({
    code: 1,
    out: '',
    said: expect.stringContaining('An overlap of 0 ends both'),
  });
});

test.each(['remove', 'revoke'])('a key that is told to %s opens nothing any more', async (word) => {
  const { run, file } = aMachine();
  const [token = ''] = tokens((await run('keys', ['add', 'POS'])).out);
  expect(await run('keys', [word, 'pos'])).toMatchObject({ code: 0 });
  const { find, close } = await stored(file);
  expect(await find(token)).toBeNull();
  await close();
});

describe('what cannot be is a sentence, and makes no key', () => {
  test.each([
    [['--scope', 'sell,staff'], '--scope is sell,staff; it takes sell, refund, read, manage'],
    [['--expires', '2020-01-01'], '--expires is 2020-01-01, which has passed'],
    [['--till', '9'], 'There is no till 9'],
    [['--overlap', '1h'], 'npm run keys -- add'],
  ])('%j', async (words, said) => {
    const { run } = aMachine();
    const ended = await run('keys', ['add', 'POS', ...words]);
    expect(ended).toMatchObject({ code: 1, out: '', said: expect.stringContaining(said) });
  });
});
