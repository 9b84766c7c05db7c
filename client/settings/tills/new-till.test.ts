import { expect, test } from 'vitest';
import { newTillSchema } from '../../../server/contract/settings.ts';
import { canBeId, nextId } from './new-till.ts';

test('a short name is what the server takes', () => {
  const typed = ['2', 'terrace-1', 'A_b', 'x'.repeat(24), '', '-a', 'å', 'a b', 'a/b', 'x'.repeat(25)];
  for (const id of typed) expect(canBeId(id), id).toBe(newTillSchema.shape.id.safeParse(id).success);
  expect(typed.filter(canBeId)).toHaveLength(4);
});

test('the first number that is free is proposed', () => {
  expect(nextId([])).toBe('1');
  expect(nextId(['1', '3', 'out'])).toBe('2');
});
