import { expect, test } from 'vitest';
import { readStatus, unknownStatus } from './screen-status.ts';

test.each([
  [' secure=?1; page=?1; awake=wake_lock', { isSecure: true, keepsPage: true, awake: 'wake_lock' }],
  ['secure=?0;page=?0;awake=video', { isSecure: false, keepsPage: false, awake: 'video' }],
  ['awake=nothing', { ...unknownStatus, awake: 'nothing' }],
  ['secure=?0', { ...unknownStatus, isSecure: false }],
])('a display tells of itself: %j', (told, status) => {
  expect(readStatus(told)).toEqual(status);
});

test.each(['', ';', '=', 'secure=1; page=yes; awake=coffee', `${' '.repeat(100)}secure=?1`])(
  'of what it does not tell, or not as it should, nothing is known: %j',
  (told) => {
    expect(readStatus(told)).toEqual(unknownStatus);
  },
);
