import { describe, expect, test } from 'vitest';
import type { Check } from '../../server/contract/reconciliation.ts';
import { sampleCheck, sampleTexts } from '../testing/sample-check.ts';
import { countsOf, verdictOf } from './verdict.ts';

const of = (...outcomes: Check['outcome'][]) => outcomes.map((outcome) => sampleCheck({ outcome }));
const unchecked = (code: NonNullable<Check['unchecked']>['code']) =>
  sampleCheck({ outcome: 'not_checked', unchecked: { code, message: 'x' }, vipps: null });
const verdict = (checks: Check[]) => verdictOf(checks, sampleTexts);

describe('[P1] what a day comes to', () => {
  test('says that everything agrees only when everything was compared and does', () => {
    expect(verdict(of('agrees', 'agrees'))).toMatchObject({
      tone: 'good',
      title: 'Everything agrees with Vipps',
    });
    for (const outcome of ['differs', 'in_progress', 'open', 'not_checked'] as const) {
      const { tone, title } = verdict(of('agrees', outcome));
      expect(tone, outcome).not.toBe('good');
      expect(title, outcome).not.toBe('Everything agrees with Vipps');
    }
  });

  test('names differences before everything else', () => {
    const { tone, title } = verdict(of('agrees', 'not_checked', 'open', 'differs', 'differs'));
    expect([tone, title]).toEqual(['warn', '2 payments differ']);
    expect(verdict(of('differs')).title).toBe('1 payment differs');
  });

  test('says plainly that Vipps could not be reached, or refused', () => {
    expect(verdict([unchecked('vipps_unavailable'), unchecked('not_asked')])).toMatchObject({
      tone: 'warn',
      title: 'Vipps could not be reached',
    });
    expect(verdict([unchecked('vipps_rejected')]).title).toBe('Vipps refused the request');
    const some = [...of('agrees'), unchecked('vipps_unavailable')];
    expect(verdict(some)).toMatchObject({ tone: 'warn', title: '1 payment could not be checked' });
  });

  test('counts what is not over yet', () => {
    const { tone, title, text } = verdict(of('agrees', 'open', 'in_progress'));
    expect([tone, title]).toEqual(['calm', 'Everything compared agrees with Vipps']);
    expect(text).toBe('2 payments are not over yet.');
  });

  test('says that a day without payments has none', () => {
    expect(verdict([])).toMatchObject({ tone: 'calm', title: 'No payments on this day' });
  });
});

test('each outcome is counted', () => {
  const checks = of('agrees', 'open', 'agrees', 'differs', 'not_checked', 'in_progress');
  expect(countsOf(checks)).toEqual({ agrees: 2, differs: 1, in_progress: 1, open: 1, not_checked: 1 });
});
