import { expect, test } from 'vitest';
import { filesBehind, shellOf } from './shell-files.ts';

const built = new Map<string, string | Uint8Array>([
  ['display/index.html', '<script src="/assets/display-1.js"></script><link href="/assets/display-2.css">'],
  ['assets/display-1.js', 'import"./shared-3.js";import("./nb-4.js")'],
  ['assets/display-2.css', 'src:url(/assets/inter-5.woff2)'],
  ['assets/shared-3.js', 'import"./display-1.js"'],
  ['assets/nb-4.js', ''],
  ['assets/inter-5.woff2', new Uint8Array([1])],
  ['assets/cashier-6.js', 'import"./shared-3.js"'],
  ['cashier/index.html', '<script src="/assets/cashier-6.js"></script>'],
]);

test('all files that the page loads, at once or later, are kept, and none of other pages', () => {
  expect(filesBehind('display/index.html', built)).toEqual([
    'assets/display-1.js',
    'assets/display-2.css',
    'assets/inter-5.woff2',
    'assets/nb-4.js',
    'assets/shared-3.js',
  ]);
});

test('a change of the page makes another build, a change of other pages does not', () => {
  const { build } = shellOf(built);
  expect(shellOf(new Map([...built, ['assets/cashier-6.js', 'other']])).build).toBe(build);
  expect(shellOf(new Map([...built, ['display/index.html', '<title>other</title>']])).build).not.toBe(build);
});
