// One call to the model of Vipps, in three moments: it is asked, it arrives (or does not), and the answer is heard (or is not).
import { NotPossible, turnsUpWithinMs } from './model-vipps.ts';

/** What becomes of a call on its way. */
export const fates = ['answered', 'refused', 'call lost', 'answer lost', 'call late'] as const;
type Fate = (typeof fates)[number];

export type Outcome<T> = { said: 'yes'; value: T } | { said: 'no' } | { said: 'nothing' };

/** A call that was given up, and may reach Vipps all the same until then. */
export type Adrift = { reference: string; send: () => unknown; untilMs: number };

/** No call is waited for longer than this. */
export const patienceMs = 9_000;

export type Call = {
  askedMs: number;
  arrive(fate: Fate): void;
  /** Hears the answer; a call that has not arrived yet arrives first. */
  hear(): void;
  /** Hears nothing any more. */
  giveUp(): void;
  /** Nobody is there any more to hear anything. */
  forget(): void;
};

type Wanted<T> = {
  reference: string;
  nowMs: number;
  /** What Vipps does. @throws NotPossible when it refuses. */
  send: () => T;
  /** What a refusal by fault looks like; by default Vipps says no. */
  refuse?: () => Outcome<T>;
  hear: (outcome: Outcome<T>) => unknown;
  /** Where a call goes that may still arrive; a late look, capture or refund is like none. */
  adrift?: Adrift[];
};

/** A call reaches Vipps. */
export function attempt<T>(send: () => T): Outcome<T> {
  try {
    return { said: 'yes', value: send() };
  } catch (error) {
    if (error instanceof NotPossible) return { said: 'no' };
    throw error;
  }
}

export function aCall<T>({ reference, nowMs, send, refuse, hear, adrift }: Wanted<T>): Call {
  let outcome: Outcome<T> | null = null;

  function outcomeOf(fate: Fate): Outcome<T> {
    if (fate === 'answered') return attempt(send);
    if (fate === 'refused') return refuse?.() ?? { said: 'no' };
    if (fate === 'answer lost') attempt(send);
    if (fate === 'call late') adrift?.push({ reference, send, untilMs: nowMs + turnsUpWithinMs });
    return { said: 'nothing' };
  }

  const arrive = (fate: Fate) => {
    outcome ??= outcomeOf(fate);
  };
  return {
    askedMs: nowMs,
    arrive,
    hear() {
      hear(outcome ?? attempt(send));
    },
    giveUp() {
      arrive('call late');
      hear({ said: 'nothing' });
    },
    forget: () => arrive('call late'),
  };
}
