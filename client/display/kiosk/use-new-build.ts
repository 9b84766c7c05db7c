// Loads a new build of the page while the till is idle.
import { useEffect, useState } from 'react';

const lookEveryMs = 600_000;
/** For how long the till has to be idle before that. */
const idleMs = 5_000;
/** While servers of two builds take turns the page must not be loaded again and again. */
const youngMs = 60_000;

/** Whether the server's page is made of other files than this one. */
export function isOtherBuild(html: string, files: readonly string[]): boolean {
  return files.some((file) => !html.includes(file));
}

function ownFiles(): string[] {
  const loaded = document.querySelectorAll('script[src], link[rel=stylesheet]');
  return [...loaded].map((one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '');
}

async function isOld(): Promise<boolean> {
  try {
    const answer = await fetch('/display', { cache: 'no-store' });
    return answer.ok && isOtherBuild(await answer.text(), ownFiles());
  } catch {
    return false;
  }
}

/** Checks every ten minutes, and when the server is back after an outage, which may have been an update. */
export function useNewBuild(isIdle: boolean, offline: boolean): void {
  const [old, setOld] = useState(false);
  useEffect(() => {
    if (offline || old) return;
    const look = () => isOld().then(setOld);
    look();
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [offline, old]);
  const isDue = old && isIdle && !offline;
  useEffect(() => {
    if (!isDue) return;
    const timer = setTimeout(() => location.reload(), Math.max(idleMs, youngMs - performance.now()));
    return () => clearTimeout(timer);
  }, [isDue]);
}
