// The video files: what the engines want of one that keeps a screen on (docs/decisions/0102-awake-over-plain-http.md).
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test.each([
  ['silent.mp4', ['avc1', 'mp4a']],
  ['silent.webm', ['V_VP8', 'A_OPUS']],
])('%s has a picture and a sound track, and is small', (name, codecs) => {
  const file = readFileSync(new URL(name, import.meta.url));
  for (const codec of codecs) expect(file.includes(codec), codec).toBe(true);
  expect(file.length).toBeLessThan(5_000);
});
