import { describe, expect, test } from 'vitest';
import type { Home } from '../../server/contract/home.ts';
import { areOfSeveralShops, needsNextSteps } from './what-to-show.ts';

const till = { id: '1', name: 'Till 1', shop: 'oslo' };
const home: Home = {
  environment: 'production',
  role: 'manager',
  tills: [till],
  phoneUrl: null,
  tabletAddresses: [],
  hasDisplay: false,
};

describe('what comes next', () => {
  test('is told to the manager of a shop without a display', () => {
    expect(needsNextSteps(home)).toBe(true);
  });

  test.each<[string, Partial<Home>]>([
    ['once there is a display', { hasDisplay: true }],
    ['to a cashier', { role: 'cashier' }],
    ['in the demo, where screens pair themselves', { phoneUrl: 'http://127.0.0.1:3001/phone' }],
  ])('is not told %s', (_when, bent) => {
    expect(needsNextSteps({ ...home, ...bent })).toBe(false);
  });
});

test('tills are shown with their shop where there is more than one', () => {
  const elsewhere = { id: '3', name: 'Till 3', shop: 'bergen' };
  expect(areOfSeveralShops([])).toBe(false);
  expect(areOfSeveralShops([till, { id: '2', name: 'Till 2', shop: 'oslo' }])).toBe(false);
  expect(areOfSeveralShops([till, elsewhere])).toBe(true);
});
