import { expect, test } from 'vitest';
import { linesFor } from './identify-size.ts';

test.each([
  ['Till', { characters: 4, lines: 1 }],
  ['Till 1', { characters: 4, lines: 2 }],
  ['Bakeri', { characters: 6, lines: 1 }],
  ['Kasse ved inngangen', { characters: 9, lines: 3 }],
  ['The till at the door of the farm shop', { characters: 15, lines: 3 }],
])('%s', (name, expected) => {
  expect(linesFor(name)).toEqual(expected);
});
