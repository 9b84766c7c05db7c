import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type Chunk, complaintAbout, displayBytes, loadedBytes } from './display-budget.ts';

const chunk = (fileName: string, imports: string[] = [], facadeModuleId: string | null = null): Chunk => ({
  fileName,
  imports,
  facadeModuleId,
  code: fileName.repeat(20),
});
const size = (...names: string[]) => names.reduce((sum, name) => sum + gzipSync(name.repeat(20)).length, 0);

const display = chunk('display.js', ['shared.js'], '/client/display/index.html');
const cashier = chunk('cashier.js', ['shared.js'], '/client/cashier/index.html');
const shared = chunk('shared.js', ['common.js']);
const common = chunk('common.js');
const short = chunk('nb.js', ['common.js'], '/client/ui/texts/nb/display.ts');
const long = chunk('suomeksi-on-pitkästi.js', [], '/client/ui/texts/fi/display.ts');
const chunks = [display, cashier, shared, common, short, long];

test('a chunk that a page loads is counted once, and chunks of other pages are not', () => {
  expect(loadedBytes(chunks, '/display/index.html')).toBe(size('display.js', 'shared.js', 'common.js'));
});

test('the language with the most bytes counts', () => {
  const expected = size('display.js', 'shared.js', 'common.js', long.fileName);
  expect(displayBytes(chunks)).toBe(expected);
});

test('a page without a chunk throws', () => {
  expect(() => loadedBytes(chunks, '/nowhere.html')).toThrow('No chunk begins with /nowhere.html');
});

test('a display above its budget gets a sentence that says by how much', () => {
  expect(complaintAbout(89_000, 77_000)).toBeNull();
  expect(complaintAbout(89_150, 77_000)).toMatch(
    /^The display's JavaScript is 12\.2 kB \(gzip\) above .* \(77\.0 kB\): at most 12\.0 kB is allowed\./,
  );
});
