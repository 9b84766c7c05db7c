import { useEffect, useState } from 'react';
import { formatSeconds, msToNextSecond, secondsLeft } from '../base/countdown.ts';
import { pageClock } from '../base/page-clock.ts';
import { useTillTexts } from './till-context.tsx';

const soonSeconds = 30;

function useSecondsLeft(untilMs: number): number {
  const [seconds, setSeconds] = useState(() => secondsLeft(untilMs - pageClock.monotonicMs()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const remainingMs = untilMs - pageClock.monotonicMs();
      setSeconds(secondsLeft(remainingMs));
      timer = setTimeout(tick, msToNextSecond(remainingMs));
    };
    tick();
    return () => clearTimeout(timer);
  }, [untilMs]);
  return seconds;
}

/** Counts down to `untilMs` of the page's monotonic clock. Not announced: a screen reader would read every second. */
export function TimeLeft({ untilMs }: { untilMs: number }) {
  const { texts } = useTillTexts();
  const seconds = useSecondsLeft(untilMs);
  return (
    <span
      className="pill time-left"
      role="timer"
      aria-live="off"
      data-tone={seconds <= soonSeconds ? 'warn' : undefined}
    >
      {texts.common.timeLeft(formatSeconds(seconds))}
    </span>
  );
}
