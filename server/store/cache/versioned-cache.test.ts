import { describe, expect, it, vi } from 'vitest';
import { VersionedCache } from './versioned-cache.ts';

const reading = (value: string) => vi.fn(async () => value);

describe('what is kept of a database', () => {
  it('is read once, until it is forgotten', async () => {
    const kept = new VersionedCache<string>(() => 1);
    const read = reading('first');
    expect([await kept.get('a', read), await kept.get('a', read)]).toEqual(['first', 'first']);
    expect(read).toHaveBeenCalledTimes(1);
    kept.forget('a');
    expect(await kept.get('a', reading('second'))).toBe('second');
  });

  it('is nothing that was read while it changed', async () => {
    const kept = new VersionedCache<string>(() => 1);
    const reads = Promise.withResolvers<string>();
    const old = kept.get('a', () => reads.promise);
    kept.forget('a');
    reads.resolve('old');
    expect(await old).toBe('old');
    expect(await kept.get('a', reading('new'))).toBe('new');
  });

  it('is nothing from before somebody else has written', async () => {
    let version = 1;
    const kept = new VersionedCache<string>(() => version);
    await kept.get('a', reading('old'));
    version = 2;
    expect(await kept.get('a', reading('new'))).toBe('new');
  });

  it('is not what could not be read', async () => {
    const kept = new VersionedCache<string>(() => 1);
    const failing = kept.get('a', () => Promise.reject(new Error('locked')));
    await expect(failing).rejects.toThrow('locked');
    expect(await kept.get('a', reading('mended'))).toBe('mended');
  });

  it('is no more than 5,000 things, and the newest of them', async () => {
    const kept = new VersionedCache<string>(() => 1);
    for (let at = 0; at <= 5_000; at += 1) await kept.get(`${at}`, reading('kept'));
    expect(await kept.get('1', reading('read anew'))).toBe('kept');
    expect(await kept.get('0', reading('read anew'))).toBe('read anew');
  });
});
