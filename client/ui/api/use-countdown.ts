import { useCallback, useEffect, useState } from 'react';
import { msToNextSecond, secondsLeft } from '../base/countdown.ts';
import { pageClock } from '../base/page-clock.ts';

/** Counts whole seconds down to 0 once `waitFor` has been told how many. */
export function useCountdown(): readonly [number, (seconds: number) => void] {
  const [untilMs, setUntil] = useState(0);
  const [seconds, setSeconds] = useState(0);
  const waitFor = useCallback((wait: number) => {
    setUntil(pageClock.monotonicMs() + wait * 1000);
    setSeconds(wait);
  }, []);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const leftMs = untilMs - pageClock.monotonicMs();
      setSeconds(secondsLeft(leftMs));
      if (leftMs > 0) timer = setTimeout(tick, msToNextSecond(leftMs));
    };
    tick();
    return () => clearTimeout(timer);
  }, [untilMs]);
  return [seconds, waitFor];
}
