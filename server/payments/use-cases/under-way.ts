// The starts that are under way. One that is started over goes under two references.
import type { StartAnswer } from '../../store/store.ts';

export type UnderWay = {
  /** What the start under this reference will be answered; undefined when there is none. */
  find(reference: string): Promise<StartAnswer> | undefined;
  add(reference: string, answer: Promise<StartAnswer>): void;
  /** The start under `from` goes on under `to`. */
  goOn(from: string, to: string): void;
  /** Resolves once those that are under way now are over. */
  settled(): Promise<unknown>;
};

export function createUnderWay(): UnderWay {
  const answers = new Map<string, Promise<StartAnswer>>();

  function add(reference: string, answer: Promise<StartAnswer>): void {
    answers.set(reference, answer);
    answer.catch(() => undefined).finally(() => answers.delete(reference));
  }

  return {
    find: (reference) => answers.get(reference),
    add,
    goOn(from, to) {
      const answer = answers.get(from);
      if (answer !== undefined) add(to, answer);
    },
    settled: () => Promise.allSettled(answers.values()),
  };
}
