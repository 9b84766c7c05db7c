import { expect, test } from 'vitest';
import { states } from '../../server/contract.ts';
import { longestShownMs } from './use-result.ts';

test('[P1] a result gives way although the server is away; what can still be paid or is not known stays', () => {
  const staying = states.filter((state) => longestShownMs(state) === null);
  expect(staying).toEqual(['started', 'presented', 'scanned', 'closing']);
});
