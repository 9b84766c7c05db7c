import { describe, expect, test } from 'vitest';
import { sizeWithin } from './shrink-picture.ts';

describe('a picture that is made smaller', () => {
  test('keeps its proportions', () => {
    expect(sizeWithin({ width: 4000, height: 3000 }, 2560)).toEqual({ width: 2560, height: 1920 });
    expect(sizeWithin({ width: 3000, height: 4000 }, 2560)).toEqual({ width: 1920, height: 2560 });
  });

  test('never grows, and never vanishes', () => {
    expect(sizeWithin({ width: 300, height: 200 }, 512)).toEqual({ width: 300, height: 200 });
    expect(sizeWithin({ width: 10_000, height: 1 }, 512)).toEqual({ width: 512, height: 1 });
  });
});
