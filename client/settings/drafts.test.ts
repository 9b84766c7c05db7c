import { describe, expect, test } from 'vitest';
import { afterSaving, type Drafts, failed, saving, statusOf, typing, withDraft } from './drafts.ts';

const none: Drafts = new Map();

describe('what is not saved yet', () => {
  test('is kept for each field of its own', () => {
    const drafts = withDraft(withDraft(none, 'name', typing('a')), 'address', typing('b'));
    expect(drafts.get('name')?.typed).toBe('a');
    expect(withDraft(drafts, 'name', null).get('name')).toBeUndefined();
    expect(withDraft(drafts, 'name', null).get('address')?.typed).toBe('b');
  });

  test('is forgotten once it is saved', () => {
    const sent = saving('a');
    expect(afterSaving(withDraft(none, 'name', sent), 'name', sent, null).size).toBe(0);
  });

  test('stays as it was typed when it could not be saved', () => {
    const sent = saving('a');
    const after = afterSaving(withDraft(none, 'name', sent), 'name', sent, failed('a', 'unreachable'));
    expect(after.get('name')).toEqual({ typed: 'a', step: 'failed', failure: 'unreachable' });
  });

  test('stays when something else was typed while it was being saved', () => {
    const sent = saving('a');
    const drafts = withDraft(withDraft(none, 'name', sent), 'name', typing('ab'));
    expect(afterSaving(drafts, 'name', sent, null)).toBe(drafts);
    expect(afterSaving(drafts, 'name', sent, failed('a', 'internal'))).toBe(drafts);
  });
});

describe('what is said of all of it', () => {
  test('is that something is not saved, as long as anything is not', () => {
    const drafts = withDraft(withDraft(none, 'name', failed('a', null)), 'address', saving('b'));
    expect(statusOf(drafts, 'shown')).toBe('failed');
    expect(statusOf(withDraft(drafts, 'name', null), 'shown')).toBe('saving');
  });

  test('is what was saved last once nothing is left, and nothing while somebody types', () => {
    expect(statusOf(none, 'shown')).toBe('shown');
    expect(statusOf(none, 'none')).toBe('none');
    expect(statusOf(withDraft(none, 'name', typing('a')), 'saved')).toBe('none');
  });
});
