// What people read of a browser.
import { expect, test } from 'vitest';
import { browserOf } from './browser.ts';

const of = (platform: string, rest: string) => `Mozilla/5.0 (${platform}) ${rest}`;
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0';

test.each([
  ['Chrome, Windows', of('Windows NT 10.0; Win64; x64', `${chrome} Safari/537.36`)],
  ['Edge, Windows', of('Windows NT 10.0; Win64; x64', `${chrome} Safari/537.36 Edg/126.0.0.0`)],
  ['Chrome, Android', of('Linux; Android 10; K', `${chrome} Mobile Safari/537.36`)],
  ['Samsung Internet, Android', of('Linux; Android 10; K', `SamsungBrowser/25.0 ${chrome} Safari/537.36`)],
  ['Safari, iPad', of('iPad; CPU OS 15_8 like Mac OS X', 'AppleWebKit/605.1.15 Version/15.6 Safari/604.1')],
  [
    'Chrome, iPhone',
    of('iPhone; CPU iPhone OS 17_0 like Mac OS X', 'AppleWebKit/605.1.15 CriOS/126.0 Safari/604.1'),
  ],
  [
    'Safari, Mac',
    of('Macintosh; Intel Mac OS X 10_15_7', 'AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15'),
  ],
  ['Firefox, Linux', of('X11; Linux x86_64; rv:130.0', 'Gecko/20100101 Firefox/130.0')],
  ['Chrome, ChromeOS', of('X11; CrOS x86_64 14541.0.0', `${chrome} Safari/537.36`)],
  ['', 'curl/8.5.0'],
  ['', undefined],
  ['', `${'x'.repeat(5_000)} Firefox/1`],
  ['Linux', '<img src=x onerror=alert(1)> Linux'],
])('%j of %s', (name, userAgent) => {
  expect(browserOf(userAgent)).toBe(name);
});
