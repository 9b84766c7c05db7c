import { expect, test } from 'vitest';
import type { Contents } from './read-backup.ts';
import { type RestoreFacts, restoreWords } from './restore-words.ts';

const contents: Contents = {
  environment: 'test',
  id: '0a1b2c3d',
  migrations: ['001-payments'],
  version: null,
  payments: 12,
  lastChangeMs: Date.parse('2026-03-01T23:30:00Z'),
  audit: null,
  pepperIds: [],
  others: null,
};
const facts: RestoreFacts = {
  contents,
  kept: ['shop.db.replaced-x'],
  pepper: 'fits',
  file: 'shop.db',
  backup: 'backup.db',
  known: ['001-payments'],
  nowMs: Date.parse('2026-03-02T10:00:00Z'),
  day: { timeZone: 'Europe/Oslo', dayEndsAt: 4 },
};
const said = (bent: Partial<RestoreFacts> = {}) => restoreWords({ ...facts, ...bent }).join('\n');

test('the hours that are missing are told by the clock of the shop, with the days of its reports', () => {
  expect(said()).toContain('from 2026-03-02 00:30:00 (Europe/Oslo) until now is not in it');
  expect(said()).toContain('the end of day reports of the days 2026-03-01 to 2026-03-02:');
  expect(said({ nowMs: Date.parse('2026-03-02T01:00:00Z') })).toContain('reports of the day 2026-03-01:');
  expect(said({ contents: { ...contents, lastChangeMs: null } })).toContain(
    'Nothing had been sold or changed in it.',
  );
});

test('what was there before, an earlier version, and the pepper are told of where there is something to tell', () => {
  expect(said()).toContain('is kept as shop.db.replaced-x. To go back to it');
  expect(said({ kept: [] })).toContain('There was no database before.');
  expect(said()).not.toMatch(/earlier version|pepper/);
  expect(said({ known: ['001-payments', '002-more'] })).toContain('the next start brings it up to date');
  expect(said({ pepper: { place: 'backup.db.pepper' } })).toContain('put in place, from backup.db.pepper.');
  expect(said({ pepper: 'lost' })).toContain('run npm run staff -- new-pepper now');
});
