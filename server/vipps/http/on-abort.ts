// Many who wait for one signal: it may be the same for every call of the server, and its own list is gone through for each.

const waiting = new WeakMap<AbortSignal, Waiting>();

class Waiting {
  readonly acts = new Set<() => void>();
  readonly tell = () => {
    for (const act of [...this.acts]) act();
  };
}

/**
 * Calls `act` when `signal` aborts, at most once; never for one that has aborted already.
 * @param act one of its own for each call.
 * @returns what gives up waiting, however often it is called.
 */
export function onAbort(signal: AbortSignal, act: () => void): () => void {
  const here = waiting.get(signal) ?? new Waiting();
  if (here.acts.size === 0) {
    waiting.set(signal, here);
    signal.addEventListener('abort', here.tell, { once: true });
  }
  here.acts.add(act);
  return () => {
    // A listener that stays would keep a signal made of others for as long as they live.
    if (here.acts.delete(act) && here.acts.size === 0) signal.removeEventListener('abort', here.tell);
  };
}
