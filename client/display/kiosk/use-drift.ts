// What an idle screen shows never stands in the same place for long, so that it does not burn in.
import { useEffect } from 'react';

const stepMs = 60_000;
const reachPx = 6;

/** Where everything is after so many minutes: a round that comes back to the middle, each step a few pixels. */
export function driftAt(minute: number): { readonly x: number; readonly y: number } {
  const px = (share: number) => Math.round(reachPx * Math.sin(share * Math.PI)) + 0;
  return { x: px(minute / 4), y: px(minute / 6) };
}

/** Tells CSS where everything is; that decides what moves, and whether it glides or jumps. */
export function useDrift(): void {
  useEffect(() => {
    let minute = 0;
    const move = () => {
      minute += 1;
      const { x, y } = driftAt(minute);
      const { style } = document.documentElement;
      style.setProperty('--drift', `${x}px ${y}px`);
      style.setProperty('--drift-x', `${x}px`);
      style.setProperty('--drift-y', `${y}px`);
    };
    const timer = setInterval(move, stepMs);
    return () => clearInterval(timer);
  }, []);
}
