// A shop's own pictures: which are read, which are refused, and who gets them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { ConfigError } from '../config/config.ts';
import { findTill } from '../core/tills.ts';
import { aServer } from '../testing/http.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { settingsOf } from '../testing/settings/settings.ts';
import { aStore } from '../testing/store.ts';
import { readBranding } from './branding.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tillside-branding-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, bytes: string | Buffer = '<svg/>'): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}

describe('the folder with pictures', () => {
  test('holds those of all shops, and those of some', () => {
    put('logo.svg');
    put('picture.JPG', 'common');
    put('Oslo/logo.png', 'oslo');
    put('read-me.txt', 'not looked at');
    const branding = readBranding(folder, ['oslo', 'bergen']);
    expect(branding('bergen')).toMatchObject({
      logo: { contentType: 'image/svg+xml' },
      picture: { contentType: 'image/jpeg' },
    });
    expect(branding('oslo')).toMatchObject({
      logo: { contentType: 'image/png', bytes: Buffer.from('oslo') },
      picture: { contentType: 'image/jpeg' },
    });
  });

  test('may be none', () => {
    expect(readBranding(null, ['oslo'])('oslo')).toEqual({});
  });

  test.each<[string, () => void, RegExp]>([
    ['that is not there', () => rmSync(folder, { recursive: true }), /cannot be read/],
    ['with a logo that is none', () => put('logo.gif'), /is no picture; it accepts \.svg/],
    ['with an empty logo', () => put('logo.svg', ''), /has 0 bytes/],
    ['with a picture that is too large', () => put('picture.png', Buffer.alloc(2_000_001)), /2000001 bytes/],
  ])('%s stops the start with a sentence', (_, arrange, sentence) => {
    arrange();
    expect(() => readBranding(folder, ['oslo'])).toThrow(sentence);
    expect(() => readBranding(folder, ['oslo'])).toThrow(ConfigError);
    mkdirSync(folder, { recursive: true });
  });
});

describe('a till', () => {
  const shown = async () => {
    const store = await aStore();
    onTestFinished(() => store.close());
    const branding = readBranding(folder, ['shop']);
    const { tills } = await settingsOf({ store: store.settings, clock: manualClock(), branding });
    return findTill('1', tills);
  };

  test('has the addresses of its shop’s pictures, which change with them', async () => {
    put('logo.svg', '<svg>1</svg>');
    const before = await shown();
    expect(before).toMatchObject({
      logo: expect.stringMatching(/^\/api\/tills\/1\/logo\?v=/),
      timeZone: 'Europe/Oslo',
      dayEndsAt: 0,
      picture: null,
    });
    put('logo.svg', '<svg>2</svg>');
    expect((await shown()).logo).not.toBe(before.logo);
  });

  test('[P8] shows them to its own screens, as images that can do nothing', async () => {
    put('logo.svg', '<svg onload="alert(1)"/>');
    const server = await aServer({ branding: readBranding(folder, ['shop']) });
    onTestFinished(() => server.close());
    const logo = await server.call('GET', '/api/tills/1/logo');
    expect(logo.status).toBe(200);
    expect(logo.headers.get('content-type')).toContain('image/svg+xml');
    expect(logo.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(logo.headers.get('cache-control')).toContain('immutable');
    expect((await server.call('GET', '/api/tills/1/picture')).status).toBe(404);
    expect((await server.call('GET', '/api/tills/1/logo', { headers: { cookie: '' } })).status).toBe(401);
  });
});
