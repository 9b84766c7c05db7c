import { expect, test } from 'vitest';
import { isOtherBuild } from './use-new-build.ts';

const html = '<script type="module" src="/assets/display-1.js"></script><link href="/assets/display-2.css">';

test('a page is old once the server names other files than it was made of', () => {
  expect(isOtherBuild(html, ['/assets/display-1.js', '/assets/display-2.css'])).toBe(false);
  expect(isOtherBuild(html, ['/assets/display-0.js', '/assets/display-2.css'])).toBe(true);
});
