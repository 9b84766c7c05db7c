import { useState } from 'react';
import type { DisplayView } from '../../../server/contract/access.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { FailureNote } from '../../ui/parts/failure-note.tsx';
import { serverClock } from '../../ui/till/server-clock.ts';
import { useTexts } from '../context/texts.ts';
import { momentText } from '../payment/time-text.ts';
import { identifyDisplay } from './api.ts';
import { lacksOf } from './lacks.ts';
import { lastSeenText } from './last-seen.ts';
import { Unpair } from './unpair.tsx';

/** For how long after its pairing a display that was never seen is called connecting. */
const connectsWithinMs = 10_000;

type Props = {
  readonly display: DisplayView;
  /** Called with a sentence for staff after an action. */
  readonly onDone: (said: string) => void;
};

/** One display: when it was seen, and what can be done with it. */
export function DisplayRow({ display, onDone }: Props) {
  const { till, texts } = useTexts();
  const { displays } = texts;
  const [asks, ask] = useState(false);
  const identify = useAction(async () => {
    await identifyDisplay(display.id);
    onDone(displays.identified);
  });
  const nowMs = serverClock.nowMs();
  const connects = display.lastSeenAt === null && nowMs - Date.parse(display.pairedAt) < connectsWithinMs;
  const seen = lastSeenText(display.lastSeenAt, nowMs, displays.seen);
  return (
    <li>
      <p className="seen" data-seen={seen === displays.seen.now ? 'now' : 'before'}>
        {connects ? displays.seen.connecting : `${displays.seen.label}: `}
        {!connects && <b>{seen}</b>}
      </p>
      <p className="paired">{displays.pairedAt(momentText(display.pairedAt, till), display.pairedBy)}</p>
      {lacksOf(display, displays.lacks).map((lack) => (
        <p key={lack} className="lack">
          {lack}
        </p>
      ))}
      {asks ? (
        <Unpair id={display.id} onBack={() => ask(false)} onDone={onDone} />
      ) : (
        <div className="answers">
          <button type="button" className="quiet" disabled={identify.isPending} onClick={identify.run}>
            {displays.identify}
          </button>
          <button type="button" className="quiet" onClick={() => ask(true)}>
            {displays.cutOff}
          </button>
        </div>
      )}
      <FailureNote action={identify} texts={texts.access} meanings={{ not_found: displays.gone }} />
    </li>
  );
}
