import { useRef, useState } from 'react';
import { type Failure, failureOf, waitAfter } from './api.ts';
import { useCountdown } from './use-countdown.ts';

export type Action = {
  readonly run: () => void;
  readonly isPending: boolean;
  /** Why it failed the last time. */
  readonly failure: Failure | null;
  /** For how many seconds the server asked to wait before the next try; counts down. */
  readonly waitSeconds: number;
};

/** Something that can be asked for once at a time: a second tap while the first is under way does nothing. */
export function useAction(action: () => Promise<unknown>): Action {
  const isRunning = useRef(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waitSeconds, waitFor] = useCountdown();
  const run = async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    setPending(true);
    setFailure(null);
    try {
      await action();
    } catch (error) {
      setFailure(failureOf(error));
      waitFor(waitAfter(error));
    } finally {
      isRunning.current = false;
      setPending(false);
    }
  };
  return { run: () => void run(), isPending, failure, waitSeconds };
}
