// What this device remembers. Where the browser stores nothing, it is remembered for as long as the page is open.

/** The value that is stored under a name; null when there is none, or it is unreadable. */
export function recall(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Storage is full or forbidden.
  }
}

/** Forgets all whose name begins like this. */
export function forget(beginning: string): void {
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(beginning)) localStorage.removeItem(name);
    }
  } catch {
    // Storage is forbidden, so nothing was stored.
  }
}
