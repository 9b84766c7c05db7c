// A video that keeps a screen on. Each engine has a rule of its own for which videos do (docs/decisions/0102-awake-over-plain-http.md):
// Chrome wants a large one, Firefox one with a sound track, Safari one whose silence is not muted and that has no `loop`.
import type { AwakeVideo } from './stay-awake.ts';

/** Before the end, at which a browser could let the screen sleep. */
const beginsAgainBeforeS = 2;

const sources = {
  mp4: () => import('./silent.mp4?inline'),
  webm: () => import('./silent.webm?inline'),
} as const;

const isSafari = () => 'GestureEvent' in globalThis;

function newVideo(source: string): HTMLVideoElement {
  const video = document.createElement('video');
  video.className = 'awake';
  video.muted = true;
  video.playsInline = true;
  video.disablePictureInPicture = true;
  video.setAttribute('aria-hidden', 'true');
  video.addEventListener('timeupdate', () => {
    if (video.currentTime > video.duration - beginsAgainBeforeS) video.currentTime = 0;
  });
  video.src = source;
  document.body.prepend(video);
  return video;
}

/** @throws when its file cannot be loaded. */
export async function loadAwakeVideo(): Promise<AwakeVideo> {
  const playsMp4 = document.createElement('video').canPlayType('video/mp4; codecs="avc1.42E01E, mp4a.40.2"');
  const { default: source } = await sources[playsMp4 === '' ? 'webm' : 'mp4']();
  const video = newVideo(source);
  const needsSound = isSafari();
  return {
    async play(byTouch) {
      if (needsSound && byTouch) video.muted = false;
      if (video.error) video.load();
      await video.play();
      return !video.paused && !(needsSound && video.muted);
    },
    stop() {
      video.pause();
      video.remove();
    },
  };
}
