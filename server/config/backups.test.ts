import { expect, test } from 'vitest';
import { problems } from '../testing/config.ts';

test.each(['0', 'many', '-1', '10000'])('BACKUP_KEEP takes no %s', (value) => {
  expect(problems({ BACKUP_KEEP: value })).toEqual([
    `BACKUP_KEEP is "${value}"; it accepts how many backups of nights are kept, 1 to 9999.`,
  ]);
});
