import { useEffect } from 'react';
import { useLazy } from '../ui/base/use-lazy.ts';
import { useBrowserTexts } from '../ui/texts/use-texts.ts';
import { Connecting } from './connection/connecting.tsx';
import { Display } from './display.tsx';
import { stepOf } from './pairing/device.ts';
import { useDevice } from './pairing/use-device.ts';
import { displayTexts } from './texts/texts.ts';

/** A tablet, from its first code to its till. `till` is the one that the address names. */
export function Tablet({ till }: { till: string | null }) {
  const { own, forget } = useDevice(till);
  const step = stepOf(own, till);
  const offline = own.failure !== null && own.failure !== 'rate_limited';
  const movesTo = step.name === 'move' ? step.till : null;
  const pairs = step.name === 'pairing';
  const spoken = useBrowserTexts(displayTexts, pairs);
  // Most tablets are paired for years.
  const later = useLazy(pairs ? 'pairing' : null, () => import('./pairing/pairing.tsx'));
  useEffect(() => {
    if (movesTo !== null) location.replace(`/display/${encodeURIComponent(movesTo)}`);
  }, [movesTo]);
  if (step.name === 'till') return <Display tillId={step.till} onUnpaired={forget} />;
  if (step.name === 'pairing' && spoken && later) {
    return <later.Pairing code={step.code} offline={offline} texts={spoken.texts} />;
  }
  return <Connecting offline={offline} slowed={step.name === 'slowed'} />;
}
