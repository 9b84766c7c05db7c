// Which part of the settings is shown: the fragment of the address says it, so that each can be linked and the browser goes back.
import { useSyncExternalStore } from 'react';

export const rooms = ['shop', 'screen', 'sale', 'day', 'tills'] as const;
export type Room = (typeof rooms)[number];

/** @param hash as `location` has it; of anything unknown it is the first. */
export function roomOf(hash: string): Room {
  return rooms.find((room) => `#${room}` === hash) ?? 'shop';
}

function listen(tell: () => void) {
  addEventListener('hashchange', tell);
  return () => removeEventListener('hashchange', tell);
}

export function useRoom(): Room {
  return useSyncExternalStore(listen, () => roomOf(location.hash));
}
