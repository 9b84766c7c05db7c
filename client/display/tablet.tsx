import { useEffect } from 'react';
import { textsFor } from '../ui/texts/texts.ts';
import { Connecting } from './connecting.tsx';
import { Display } from './display.tsx';
import { stepOf } from './own.ts';
import { Pairing } from './pairing.tsx';
import { useOwn } from './use-own.ts';

/** A tablet, from its first code to its till. `till` is the one that the address names. */
export function Tablet({ till }: { till: string | null }) {
  const { own, forget } = useOwn(till);
  const texts = textsFor(navigator.language);
  const step = stepOf(own, till);
  const offline = own.failure !== null && own.failure !== 'rate_limited';
  const movesTo = step.name === 'move' ? step.till : null;
  useEffect(() => {
    if (movesTo !== null) location.replace(`/display/${encodeURIComponent(movesTo)}`);
  }, [movesTo]);
  if (step.name === 'till') return <Display tillId={step.till} onCutOff={forget} />;
  if (step.name === 'pairing') return <Pairing code={step.code} offline={offline} texts={texts} />;
  const text = step.name === 'slowed' ? texts.access.pairing.slowed : texts.connecting;
  return <Connecting text={text} offline={offline} />;
}
