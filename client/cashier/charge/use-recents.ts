import { useState } from 'react';
import { forget, keep, recall } from '../parts/local-storage.ts';
import { afterCharging, type Recents, recentsFrom } from './recents.ts';

const beginning = 'tillside.recents.';

/** On sign-out: the next person must not read what was sold before. */
export const forgetRecents = () => forget(beginning);

/** What the person `by` charged last at a till on this device, and how one more sale is added. */
export function useRecents(tillId: string, by: string) {
  const name = beginning + tillId;
  const [recents, setRecents] = useState<Recents>(() => recentsFrom(recall(name), by));
  const add = (amountMinor: number, text: string) => {
    // From the storage: another tab may have charged since.
    const next = afterCharging(recentsFrom(recall(name) ?? recents, by), amountMinor, text);
    keep(name, next);
    setRecents(next);
  };
  return { recents, add };
}
