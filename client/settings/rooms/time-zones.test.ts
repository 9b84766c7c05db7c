import { expect, test } from 'vitest';
import { otherZones, usualZones } from './time-zones.ts';

test('the time zones that the browser knows can be chosen, the usual ones only once', () => {
  const zones = otherZones('Europe/Oslo');
  expect(zones).toContain('America/New_York');
  expect(zones).toContain('UTC');
  for (const zone of usualZones) expect(zones).not.toContain(zone);
  expect([...zones].sort()).toEqual(zones);
});

test('the zone that is set can be chosen in a browser that knows no list, or calls it otherwise', () => {
  expect(otherZones('Asia/Calcutta', {})).toEqual(['Asia/Calcutta', 'UTC']);
  const some = { supportedValuesOf: () => ['Asia/Kolkata', 'Europe/Oslo'] };
  expect(otherZones('Asia/Calcutta', some)).toEqual(['Asia/Calcutta', 'Asia/Kolkata', 'UTC']);
  expect(otherZones('Europe/Helsinki', {})).toEqual(['UTC']);
});
