// Everything random in a run is drawn here, so that its seed says it all.

export type Random = {
  /** 0 to 1, without 1. */
  share(): number;
  /** An integer from `least` to `most`, both included. */
  int(least: number, most: number): number;
  /** True this often, from 0 (never) to 1 (always). */
  chance(probability: number): boolean;
  /** One of these, each as likely; a thing that is there twice is twice as likely. */
  pick<const T>(from: readonly [T, ...T[]]): T;
};

/** The seed of one round; rounds next to each other have nothing in common. */
export function subSeedOf(seed: number, round: number): number {
  const mix = mulberry32(Math.imul(seed, 0x9e3779b1) ^ Math.imul(round + 1, 0x85ebca6b));
  return Math.floor(mix() * 2 ** 32);
}

export function createRandom(seed: number): Random {
  const share = mulberry32(seed);
  const int = (least: number, most: number) => least + Math.floor(share() * (most - least + 1));
  return {
    share,
    int,
    chance: (probability) => share() < probability,
    pick: (from) => from[int(0, from.length - 1)] ?? from[0],
  };
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
