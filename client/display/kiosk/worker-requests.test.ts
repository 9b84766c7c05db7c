import { describe, expect, test } from 'vitest';
import { cacheName, kindOf, outdated } from './worker-requests.ts';

const origin = 'https://till.shop.example';
const kind = (path: string, mode = 'cors', method = 'GET') =>
  kindOf({ url: new URL(path, origin).href, mode, method }, origin);

describe('the service worker', () => {
  test.each(['/display', '/display/1', '/display/kasse%201', '/display?from=icon'])('answers %s', (path) => {
    expect(kind(path, 'navigate')).toBe('page');
  });
  test('answers files that are named by their content', () => {
    expect(kind('/assets/display-abc.js')).toBe('file');
  });
  test.each(['/api/tills/1/payment', '/api/payments/1/qr', '/api/tills/1/logo', '/api/display'])(
    'never touches %s',
    (path) => {
      expect(kind(path)).toBeNull();
      expect(kind(path, 'navigate')).toBeNull();
    },
  );
  test('leaves other pages, writes and other servers alone', () => {
    expect(kind('/displays', 'navigate')).toBeNull();
    expect(kind('/cashier/1', 'navigate')).toBeNull();
    expect(kind('/display', 'cors')).toBeNull();
    expect(kind('/display', 'navigate', 'POST')).toBeNull();
    expect(kind('https://elsewhere.example/assets/a.js')).toBeNull();
  });
});

test('the build before is kept for the page that is still open, older ones are deleted, caches of other sites are left alone', () => {
  const names = [cacheName('a'), 'of-others', cacheName('b'), cacheName('c')];
  expect(outdated(names, 'c')).toEqual([cacheName('a')]);
  expect(outdated([cacheName('c')], 'c')).toEqual([]);
  expect(outdated([cacheName('b'), cacheName('c')], 'c')).toEqual([]);
});
