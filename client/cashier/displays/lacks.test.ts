import { expect, test } from 'vitest';
import * as en from '../../ui/texts/en/cashier/all.ts';
import { lacksOf } from './lacks.ts';

const { https, page, lock, awake } = en.displays.lacks;

test.each([
  [{ isSecure: true, keepsPage: true, awake: 'wake_lock' }, []],
  [{ isSecure: null, keepsPage: null, awake: null }, []],
  // What it says of https holds for the page too.
  [{ isSecure: false, keepsPage: false, awake: 'video' }, [https, lock]],
  [{ isSecure: false, keepsPage: false, awake: 'nothing' }, [https, awake]],
  [{ isSecure: true, keepsPage: false, awake: 'wake_lock' }, [page]],
  [{ isSecure: true, keepsPage: true, awake: 'nothing' }, [awake]],
] as const)('of %j staff read %j', (status, said) => {
  expect(lacksOf(status, en.displays.lacks)).toEqual(said);
});
