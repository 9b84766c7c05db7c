// What this device remembers. A browser that keeps nothing is no trouble.

/** What was kept under a name; null when that is nothing, or nothing readable. */
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
    // Full or forbidden: then it is known for as long as the page is open.
  }
}

/** Forgets all whose name begins like this. */
export function forget(beginning: string): void {
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(beginning)) localStorage.removeItem(name);
    }
  } catch {
    // There is nothing to forget then.
  }
}
