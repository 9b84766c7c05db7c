// Which signals this device gives. Sounds unless they are switched off; notifications once they are switched on.
import { keep, recall } from '../parts/local-storage.ts';

export type Choice = { readonly sound: boolean; readonly notify: boolean };

/** The choice from the browser's storage, which can hold anything. */
export function choiceFrom(kept: unknown): Choice {
  const { sound, notify } = (kept ?? {}) as Partial<Record<keyof Choice, unknown>>;
  return { sound: sound !== false, notify: notify === true };
}

const name = 'tillside.signals';

export const recallChoice = () => choiceFrom(recall(name));
export const keepChoice = (choice: Choice) => keep(name, choice);
