import { expect, test } from 'vitest';
import { en } from '../ui/texts/en.ts';
import { eventText } from './event-text.ts';

const { events } = en.access;

test('what happened is told in words', () => {
  expect(eventText({ event: 'created' }, events)).toBe('Sale entered');
  expect(eventText({ event: 'refund_refused' }, events)).toBe('Refund refused');
});

test('what nobody has words for keeps its name, also where the name means something to JavaScript', () => {
  expect(eventText({ event: 'reauthorised' }, events)).toBe('reauthorised');
  expect(eventText({ event: 'constructor' }, events)).toBe('constructor');
});

test.each([
  'accepted',
  'given_back',
  'release',
  'release_delayed',
  'release_refused',
  'stop',
  'stopped',
  'stop_delayed',
  'stop_refused',
])('"%s" has words', (event) => {
  expect(eventText({ event }, events)).toMatch(/^[A-Z][a-z ]+$/);
});
