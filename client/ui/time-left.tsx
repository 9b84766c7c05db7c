import { useEffect, useState } from 'react';
import type { PaymentView } from '../../server/contract.ts';
import { formatSeconds, msToNextSecond, secondsLeft } from './countdown.ts';
import { serverClock } from './server-clock.ts';
import { useWords } from './till-context.tsx';

const soonSeconds = 30;

function useSecondsLeft(untilMs: number): number {
  const [seconds, setSeconds] = useState(() => secondsLeft(untilMs - serverClock.nowMs()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const remainingMs = untilMs - serverClock.nowMs();
      setSeconds(secondsLeft(remainingMs));
      timer = setTimeout(tick, msToNextSecond(remainingMs));
    };
    tick();
    return () => clearTimeout(timer);
  }, [untilMs]);
  return seconds;
}

/** Until when the customer can go on: to scan while the QR is shown, to approve after that. */
function deadlineOf({ state, qr, expiresAt }: PaymentView): string {
  return state === 'presented' && qr ? qr.expiresAt : expiresAt;
}

/** Counts down by the server's clock. Not announced: a screen reader would read every second. */
export function TimeLeft({ payment }: { payment: PaymentView }) {
  const { texts } = useWords();
  const seconds = useSecondsLeft(Date.parse(deadlineOf(payment)));
  return (
    <span
      className="pill time-left"
      role="timer"
      aria-live="off"
      data-tone={seconds <= soonSeconds ? 'warn' : undefined}
    >
      {texts.timeLeft(formatSeconds(seconds))}
    </span>
  );
}
