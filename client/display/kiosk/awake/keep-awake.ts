import { loadAwakeVideo } from './awake-video.ts';
import { type AwakeBy, createStayAwake } from './stay-awake.ts';

/** Tablets turn their screens off after 15 s at the earliest. */
const lookEveryMs = 10_000;

const isVisible = () => document.visibilityState === 'visible';

/** @param tell is told what keeps the screen on, again and again. */
export function keepAwake(tell: (by: AwakeBy) => void): void {
  const { wakeLock } = navigator;
  const lock = wakeLock ? () => wakeLock.request('screen') : null;
  const awake = createStayAwake({ lock, loadVideo: loadAwakeVideo, isVisible, tell });
  document.addEventListener('visibilitychange', () => {
    if (isVisible()) void awake.look();
    else awake.hidden();
  });
  // Browsers differ in which of them they take for a touch by a person.
  for (const touch of ['pointerup', 'touchend', 'keydown']) {
    document.addEventListener(touch, () => void awake.touched());
  }
  setInterval(() => void awake.look(), lookEveryMs);
  void awake.look();
}
