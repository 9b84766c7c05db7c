import { useRef, useState } from 'react';
import { type Failure, failureOf } from '../ui/api.ts';

/** Something that can be asked for once at a time: a second tap while the first is under way does nothing. */
export function useAction(action: () => Promise<unknown>) {
  const isRunning = useRef(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    setPending(true);
    setFailure(null);
    try {
      await action();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      isRunning.current = false;
      setPending(false);
    }
  };
  return { run: () => void run(), isPending, failure };
}
