// What the display's service worker answers itself. Everything else, and above all the API, it leaves alone.

export type Asked = { readonly url: string; readonly mode: string; readonly method: string };

/** `page`: the display's page; `file`: a file named by its content; null: left to the browser. */
export function kindOf({ url, mode, method }: Asked, origin: string): 'page' | 'file' | null {
  const { origin: from, pathname } = new URL(url);
  if (from !== origin || method !== 'GET') return null;
  if (mode === 'navigate') return /^\/display(\/|$)/.test(pathname) ? 'page' : null;
  return pathname.startsWith('/assets/') ? 'file' : null;
}

const prefix = 'tillside-display-';

/** A cache for each build. */
export const cacheName = (build: string) => prefix + build;

/**
 * The caches that can go, of those there are, the oldest first. The build before stays: the page that is still open may yet ask for
 * one of its files.
 */
export function outdated(names: readonly string[], build: string): string[] {
  const others = names.filter((name) => name.startsWith(prefix) && name !== cacheName(build));
  return others.slice(0, -1);
}
