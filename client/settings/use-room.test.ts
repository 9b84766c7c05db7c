import { expect, test } from 'vitest';
import { roomOf, rooms } from './use-room.ts';

test('the fragment of the address says which room is shown', () => {
  for (const room of rooms) expect(roomOf(`#${room}`)).toBe(room);
  for (const hash of ['', '#', '#nowhere', '#Shop']) expect(roomOf(hash)).toBe('shop');
});
