import { expect, test } from 'vitest';
import { countIn, replaceOnce } from './find.ts';

const source = 'if (one && other) act();\nif (one\n  && other) rest($1);\nact();\n';

test('a text is found however its lines are broken', () => {
  expect(countIn(source, 'one && other')).toBe(2);
  expect(countIn(source, 'rest($1)')).toBe(1);
  expect(countIn(source, 'rest(.1)')).toBe(0);
});

test('only a text that occurs exactly once is replaced, literally', () => {
  expect(replaceOnce('a\n  b c', 'a b', '$& $1')).toBe('$& $1 c');
  expect(replaceOnce(source, 'act()', '')).toBeNull();
  expect(replaceOnce(source, 'nothing', '')).toBeNull();
});
