import { expect, test } from 'vitest';
import { complaintAbout } from './new-person.ts';

const kari = { name: 'Kari', pin: '246810', pinAgain: '246810' };

test.each([
  ['a name and a PIN written twice', {}, null],
  ['no name', { name: '  ' }, 'name'],
  ['a PIN of five digits', { pin: '24681', pinAgain: '24681' }, 'pin'],
  ['a PIN of 21 digits', { pin: '1'.repeat(21), pinAgain: '1'.repeat(21) }, 'pin'],
  ['a PIN with a letter', { pin: '24681o', pinAgain: '24681o' }, 'pin'],
  ['a slip in the second PIN', { pinAgain: '246811' }, 'mismatch'],
] as const)('%s', (_, typed, complaint) => {
  expect(complaintAbout({ ...kari, ...typed })).toBe(complaint);
});
