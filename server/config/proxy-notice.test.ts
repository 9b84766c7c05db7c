import { expect, test } from 'vitest';
import { proxyNotice } from './proxy-notice.ts';

const access = { isBehindProxy: false, trustedProxies: [] };

test('[P8] a public name without a trusted proxy is warned of, in a sentence that says what to set', () => {
  const said = proxyNotice({ ...access, isBehindProxy: true });
  expect(said).toContain('PUBLIC_URL is set without TRUSTED_PROXIES');
  expect(said).toContain('Set TRUSTED_PROXIES');
});

test.each([
  ['no public name, or a certificate of its own', {}],
  ['a public name and its proxy', { isBehindProxy: true, trustedProxies: ['127.0.0.1'] }],
])('nothing is said of %s', (_, set) => {
  expect(proxyNotice({ ...access, ...set })).toBeNull();
});
