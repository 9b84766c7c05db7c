import { useEffect, useState } from 'react';
import { pageClock } from '../../ui/base/page-clock.ts';
import { useTexts } from '../texts/texts.ts';

const minuteMs = 60_000;

/** In how long the last minute begins; null when it already has, which the countdown tells by itself. */
export function msToLastMinute(untilMs: number, nowMs: number): number | null {
  const leftMs = untilMs - minuteMs - nowMs;
  return leftMs > 0 ? leftMs : null;
}

/** Tells screen readers once that the last minute begins: the countdown itself is not read out. */
export function LastMinute({ untilMs }: { untilMs: number }) {
  const { texts } = useTexts();
  const [isLast, setLast] = useState(false);
  useEffect(() => {
    setLast(false);
    const leftMs = msToLastMinute(untilMs, pageClock.monotonicMs());
    if (leftMs === null) return;
    const timer = setTimeout(() => setLast(true), leftMs);
    return () => clearTimeout(timer);
  }, [untilMs]);
  return <p className="unseen">{isLast && texts.display.lastMinute}</p>;
}
