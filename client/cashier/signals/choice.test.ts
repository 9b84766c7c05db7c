import { expect, test } from 'vitest';
import { choiceFrom } from './choice.ts';

test.each([null, 'x', [], {}, { sound: 'off', notify: 'on' }])(
  'without a choice (%j) there is sound, and no notification',
  (kept) => {
    expect(choiceFrom(kept)).toEqual({ sound: true, notify: false });
  },
);

test('a choice is read back from storage', () => {
  expect(choiceFrom({ sound: false, notify: true })).toEqual({ sound: false, notify: true });
});
