import { expect, test } from 'vitest';
import { complaintAbout } from './new-person.ts';

const kari = { name: 'Kari', pin: '48291637', pinAgain: '48291637' };

test.each([
  ['a name and a PIN written twice', {}, null],
  ['no name', { name: '  ' }, 'name'],
  ['a name with what cannot be seen', { name: 'Ka\u200bri' }, 'name'],
  ['a PIN of seven digits, of a manager', { pin: '4829163', pinAgain: '4829163' }, 'pin'],
  ['a PIN of 13 digits', { pin: '1'.repeat(13), pinAgain: '1'.repeat(13) }, 'pin'],
  ['a PIN with a letter', { pin: '4829163o', pinAgain: '4829163o' }, 'pin'],
  ['a slip in the second PIN', { pinAgain: '48291638' }, 'mismatch'],
] as const)('%s', (_, typed, complaint) => {
  expect(complaintAbout({ ...kari, ...typed }, 'manager')).toBe(complaint);
});

test('a cashier needs six digits', () => {
  const six = { ...kari, pin: '482916', pinAgain: '482916' };
  expect([complaintAbout(six, 'cashier'), complaintAbout(six, 'manager')]).toEqual([null, 'pin']);
});
