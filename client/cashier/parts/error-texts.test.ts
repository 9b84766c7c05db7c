// Every failure that a cashier can meet says what happened, whether money moved, and what to do next, in every language.
import { describe, expect, test } from 'vitest';
import { errorCodes } from '../../../server/contract/payments.ts';
import type { Failure } from '../../ui/api/api.ts';
import * as da from '../../ui/texts/da/cashier/all.ts';
import * as en from '../../ui/texts/en/cashier/all.ts';
import * as fi from '../../ui/texts/fi/cashier/all.ts';
import * as nb from '../../ui/texts/nb/cashier/all.ts';
import * as sv from '../../ui/texts/sv/cashier/all.ts';

const failures: readonly Failure[] = [...errorCodes, 'unreachable'];
const unknown: readonly Failure[] = ['vipps_unavailable', 'storage_unavailable', 'internal', 'unreachable'];
const inEnglish = en.cashier.errors('Vipps');

describe.each(Object.entries({ da, en, fi, nb, sv }))('in %s', (_, { cashier, trouble }) => {
  test.each(failures)('"%s" has at least what happened and what to do, and nothing technical', (failure) => {
    const text = cashier.errors('Vipps')[failure];
    expect(text.match(/[.?!:;](?= |$)/g)?.length).toBeGreaterThanOrEqual(2);
    expect(text).not.toMatch(/[_{}<>]|HTTP|API|\b[45]\d\d\b|undefined/);
  });

  test('support is told the reference', () => {
    expect(trouble.support('till-1-abc')).toContain('till-1-abc');
  });
});

test.each(failures)('[P1] "%s" says whether money moved, or that it is not known', (failure) => {
  const isKnown = /no money|nothing (was|new)|no other was started|moved no money|only what was sent first/;
  const isOpen = /money (may have|has) moved/i;
  expect(inEnglish[failure]).toMatch(unknown.includes(failure) ? isOpen : isKnown);
});

test.each(unknown)('[P2] after "%s" no text says that no money has moved', (failure) => {
  expect(inEnglish[failure]).not.toMatch(/no money|nothing was/i);
});
