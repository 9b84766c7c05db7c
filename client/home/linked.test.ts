import { expect, test } from 'vitest';
import { partsOf } from './linked.ts';

test.each([
  ['Add them under [Staff].', { before: 'Add them under ', link: 'Staff', after: '.' }],
  ['[Start] here', { before: '', link: 'Start', after: ' here' }],
  ['No link.', { before: 'No link.', link: '', after: '' }],
])('%j is a sentence with a link', (sentence, parts) => {
  expect(partsOf(sentence)).toEqual(parts);
});
