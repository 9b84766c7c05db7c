import jsqr from 'jsqr';
import { expect, test } from 'vitest';
import { tabletLines } from './tablet-lines.ts';

// jsqr is a CommonJS module: its function is its default, or the default of that, as the loader has it.
const decode: typeof jsqr.default = typeof jsqr === 'function' ? jsqr : jsqr.default;

const addresses = ['192.0.2.7', '198.51.100.7', '2001:db8::7'];
const shop = { url: 'http://192.0.2.7:3000', isNamed: false, addresses, fingerprint: null };

/** What a camera reads off these lines, of which each character is two pixels, one above the other. */
function readCode(lines: readonly string[]): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal
  const rows = lines.map((line) => [...line.replaceAll(/\x1b\[[\d;]*m/g, '')]);
  const scale = 4;
  const width = Math.max(...rows.map(({ length }) => length)) * scale;
  const height = rows.length * 2 * scale;
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const glyph = rows[Math.floor(y / (2 * scale))]?.[Math.floor(x / scale)] ?? ' ';
      const isUpper = Math.floor(y / scale) % 2 === 0;
      const isDark = glyph === '█' || glyph === (isUpper ? '▀' : '▄');
      pixels.fill(isDark ? 0 : 255, (y * width + x) * 4, (y * width + x) * 4 + 4);
    }
  }
  return decode(pixels, width, height, { inversionAttempts: 'dontInvert' })?.data;
}

test('a terminal shows the address of the display page as a code, and others to try', async () => {
  const [others, what, ...code] = await tabletLines(shop, true);
  expect(others).toBe(
    '  Where a tablet does not find it, try http://198.51.100.7:3000 or http://[2001:db8::7]:3000.',
  );
  expect(what).toBe('For the tablet that faces the customer:');
  expect(readCode(code)).toBe('http://192.0.2.7:3000/display');
  expect(code.length).toBeLessThan(20);
});

test('a file gets no code, and a server with a name no other addresses', async () => {
  expect(await tabletLines(shop, false)).toHaveLength(1);
  const named = { url: 'https://till.shop.example', isNamed: true, addresses, fingerprint: null };
  expect(await tabletLines(named, false)).toEqual([]);
  expect((await tabletLines(named, true))[0]).toBe('For the tablet that faces the customer:');
});

test('while only this machine reaches the server, nothing is said', async () => {
  for (const url of ['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000']) {
    expect(await tabletLines({ url, isNamed: false, addresses: [], fingerprint: null }, true)).toEqual([]);
  }
});

test('with an authority of the shop’s own, tablets are sent to be shown how to trust it, and everything leads there', async () => {
  const own = { ...shop, url: 'https://192.0.2.7:3000', fingerprint: 'AB:CD' };
  const [first, fingerprint, others, , ...code] = await tabletLines(own, true);
  expect(first).toBe(
    '  Tablets: http://192.0.2.7:3000/trust first, where each is shown how to trust this server.',
  );
  expect(fingerprint).toBe('  The fingerprint there is AB:CD (SHA-256).');
  expect(others).toBe(
    '  Where a tablet does not find it, try http://198.51.100.7:3000/trust or http://[2001:db8::7]:3000/trust.',
  );
  expect(readCode(code)).toBe('http://192.0.2.7:3000/trust');
  const here = { url: 'https://127.0.0.1:3000', isNamed: false, addresses: [], fingerprint: 'AB:CD' };
  expect((await tabletLines(here, true))[0]).toMatch(
    /^ {2}Browsers: http:\/\/127\.0\.0\.1:3000\/trust first,/,
  );
  const named = { url: 'https://till.local', isNamed: true, addresses, fingerprint: 'AB:CD' };
  expect((await tabletLines(named, false))[0]).toContain(' http://till.local:443/trust first');
});
