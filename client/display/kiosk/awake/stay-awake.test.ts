import { describe, expect, test } from 'vitest';
import { type AwakeBy, type AwakeVideo, createStayAwake } from './stay-awake.ts';

type Tablet = {
  /** Whether the browser has a lock, and gives it: to anybody, or only to who touches the screen. */
  lock: 'none' | 'given' | 'refused' | 'touched';
  /** Whether a video keeps it awake: at once, or once somebody has touched the screen. */
  video: 'plays' | 'touched' | 'broken' | 'lost';
  /** In turns of the microtasks. */
  refusesAfter?: number;
  loadsAfter?: number;
};

function onA(tablet: Tablet) {
  const told: AwakeBy[] = [];
  const calls: string[] = [];
  const state = { isVisible: true, isTouched: false };
  let held = new EventTarget();
  const lock = async () => {
    calls.push('lock');
    const isRefused = tablet.lock === 'refused' || (tablet.lock === 'touched' && !state.isTouched);
    if (isRefused) {
      for (let i = 0; i < (tablet.refusesAfter ?? 0); i++) await null;
      throw new Error('refused');
    }
    held = new EventTarget();
    return held;
  };
  const video: AwakeVideo = {
    async play(byTouch) {
      calls.push(byTouch ? 'play by touch' : 'play');
      if (tablet.video === 'broken') throw new Error('not supported');
      return tablet.video === 'plays' || byTouch || state.isTouched;
    },
    stop: () => void calls.push('stop'),
  };
  const loadVideo = async () => {
    calls.push('load');
    for (let i = 0; i < (tablet.loadsAfter ?? 0); i++) await null;
    if (tablet.video === 'lost') throw new Error('no connection');
    return video;
  };
  const { look, touched, hidden } = createStayAwake({
    lock: tablet.lock === 'none' ? null : lock,
    loadVideo,
    isVisible: () => state.isVisible,
    tell: (by) => void told.push(by),
  });
  return {
    told,
    calls,
    state,
    look,
    hidden,
    release: () => held.dispatchEvent(new Event('release')),
    async touch() {
      state.isTouched = true;
      await touched();
    },
  };
}

describe('where the browser locks the screen', () => {
  test('no video is ever loaded, and the lock is asked for once', async () => {
    const { look, touch, told, calls } = onA({ lock: 'given', video: 'plays' });
    for (let i = 0; i < 3; i++) await look();
    await touch();
    expect([calls, told]).toEqual([['lock'], ['wake_lock']]);
  });

  test('it is asked for again once it was released, as it is whenever the page is hidden', async () => {
    const { look, hidden, release, state, calls } = onA({ lock: 'given', video: 'plays' });
    await look();
    release();
    await look();
    state.isVisible = false;
    hidden();
    await look();
    expect(calls).toEqual(['lock', 'lock']);
    state.isVisible = true;
    await look();
    expect(calls).toEqual(['lock', 'lock', 'lock']);
  });

  test('a browser that locks for a touch only is asked again when it comes, and the video ends', async () => {
    const { look, touch, told, calls } = onA({ lock: 'touched', video: 'touched' });
    await look();
    expect(told).toEqual(['nothing']);
    await touch();
    expect(told).toEqual(['nothing', 'wake_lock']);
    expect(calls).toEqual(['lock', 'load', 'play', 'lock', 'play by touch', 'stop']);
  });

  test('a refusal that comes late does not undo the lock that a touch brought meanwhile', async () => {
    const { look, touch, told } = onA({ lock: 'touched', video: 'touched', refusesAfter: 20 });
    const refused = look();
    await touch();
    expect(told).toEqual(['wake_lock']);
    await refused;
    expect(told).toEqual(['wake_lock', 'wake_lock']);
  });

  test('a video that is there only after a touch has brought the lock ends at once', async () => {
    const { look, touch, told, calls } = onA({ lock: 'touched', video: 'touched', loadsAfter: 20 });
    const refused = look();
    for (let i = 0; i < 5; i++) await null;
    expect(calls).toEqual(['lock', 'load']);
    await touch();
    await refused;
    expect(calls.slice(2)).toEqual(['lock', 'play', 'stop']);
    expect(told).toEqual(['wake_lock', 'wake_lock']);
  });

  test('a video helps where the lock is refused, as when the battery is low', async () => {
    const { look, told, calls } = onA({ lock: 'refused', video: 'plays' });
    await look();
    await look();
    expect(told).toEqual(['video', 'video']);
    expect(calls).toEqual(['lock', 'load', 'play', 'lock', 'play']);
  });
});

describe('where there is no lock, as over plain http', () => {
  test('a video plays, and is looked after', async () => {
    const { look, told, calls } = onA({ lock: 'none', video: 'plays' });
    await look();
    await look();
    expect([calls, told]).toEqual([
      ['load', 'play', 'play'],
      ['video', 'video'],
    ]);
  });

  test('looks at the same time load one video', async () => {
    const { look, touch, calls } = onA({ lock: 'none', video: 'plays' });
    await Promise.all([look(), look(), touch()]);
    expect(calls.filter((call) => call === 'load')).toHaveLength(1);
  });

  test('a video that wants a touch plays from the first one on', async () => {
    const { look, touch, told, calls } = onA({ lock: 'none', video: 'touched' });
    await look();
    await touch();
    await look();
    expect(told).toEqual(['nothing', 'video', 'video']);
    expect(calls).toEqual(['load', 'play', 'play by touch', 'play']);
  });

  test.each(['broken', 'lost'] as const)('a video that is %s is tried again each time', async (video) => {
    const tablet: Tablet = { lock: 'none', video };
    const { look, told } = onA(tablet);
    await look();
    tablet.video = 'plays';
    await look();
    expect(told).toEqual(['nothing', 'video']);
  });

  test('nothing is done on a page that nobody sees', async () => {
    const { look, state, told, calls } = onA({ lock: 'none', video: 'plays' });
    state.isVisible = false;
    await look();
    expect([calls, told]).toEqual([[], []]);
  });
});
