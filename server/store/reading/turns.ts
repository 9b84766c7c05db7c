import { setImmediate as nextTurn } from 'node:timers/promises';

/** Resolves in a turn of the event loop in which nobody else's resolves, so that long reads of many people together hold it no longer than one. */
export type Turn = () => Promise<void>;

export function createTurns(): Turn {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => nextTurn());
    return last;
  };
}
