// Makes tones with oscillators: nothing to load, so they are heard while the server is away.
import type { Tone } from './tones.ts';

const loudness = 0.22;
/** A tone that begins or ends at once clicks. */
const fadeS = 0.02;

let context: AudioContext | null = null;

/** Browsers allow sound only after a person has touched the page: to be called on a touch. */
export async function allowSound(): Promise<void> {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  // Without a loudspeaker there is nothing to hear, and nothing to do about it.
  if (context.state === 'suspended') await context.resume().catch(() => {});
}

function play({ frequencyHz, beginS, lengthS }: Tone, to: AudioContext): void {
  const fromS = to.currentTime + beginS;
  const untilS = fromS + lengthS;
  const volume = to.createGain();
  volume.gain.setValueAtTime(0, fromS);
  volume.gain.linearRampToValueAtTime(loudness, fromS + fadeS);
  volume.gain.setValueAtTime(loudness, untilS - fadeS);
  volume.gain.linearRampToValueAtTime(0, untilS);
  const oscillator = to.createOscillator();
  oscillator.frequency.value = frequencyHz;
  oscillator.connect(volume).connect(to.destination);
  oscillator.start(fromS);
  oscillator.stop(untilS);
}

/** Silent until a person has touched the page. */
export function playTones(tones: readonly Tone[]): void {
  const to = context;
  if (to?.state === 'running') for (const tone of tones) play(tone, to);
}
