// Keeps the screen on: by the browser's own lock, and by a video where it has none, as over plain http, or refuses it.

/** What keeps the screen on. */
export type AwakeBy = 'wake_lock' | 'video' | 'nothing';

export type AwakeVideo = {
  /**
   * Plays it, or goes on. @param byTouch while the browser handles a touch, which some want before they play a sound.
   * @returns whether this browser stays awake by it.
   */
  play(byTouch: boolean): Promise<boolean>;
  stop(): void;
};

export type AwakeParts = {
  /** Asks for the lock, of which the browser says when it is released; rejects where it is refused. Null where there is none. */
  lock: (() => Promise<Pick<EventTarget, 'addEventListener'>>) | null;
  loadVideo: () => Promise<AwakeVideo>;
  isVisible: () => boolean;
  /** Told whenever it has been looked at. */
  tell: (by: AwakeBy) => void;
};

export function createStayAwake({ lock, loadVideo, isVisible, tell }: AwakeParts) {
  let holds = false;
  let video: AwakeVideo | null = null;
  let loading: Promise<AwakeVideo> | null = null;

  async function ask(askFor: NonNullable<typeof lock>): Promise<boolean> {
    try {
      const held = await askFor();
      held.addEventListener('release', () => {
        holds = false;
      });
      return true;
    } catch {
      return false;
    }
  }

  async function load(): Promise<AwakeVideo> {
    loading ??= loadVideo();
    try {
      video = await loading;
      return video;
    } catch (error) {
      loading = null;
      throw error;
    }
  }

  async function play(byTouch: boolean): Promise<boolean> {
    try {
      return await (video ?? (await load())).play(byTouch);
    } catch {
      return false;
    }
  }

  function endVideo(): void {
    video?.stop();
    video = null;
    loading = null;
  }

  async function look(byTouch: boolean): Promise<void> {
    if (holds || !isVisible()) return;
    // Both at once: of a touch the browser knows nothing any more when it has answered.
    const asked = lock && ask(lock);
    const played = video && play(byTouch);
    // Another look may bring the lock at any time.
    if (await asked) holds = true;
    const plays = !holds && (await (played ?? play(byTouch)));
    if (holds) endVideo();
    tell(holds ? 'wake_lock' : plays ? 'video' : 'nothing');
  }

  return {
    /** From time to time: what keeps the screen on can end for reasons of the browser's. */
    look: () => look(false),
    /** Safari locks the screen, and plays a video with a sound track, only for who touches it. */
    touched: () => look(true),
    /** The browser releases the lock of a page that nobody sees. */
    hidden(): void {
      holds = false;
    },
  };
}
