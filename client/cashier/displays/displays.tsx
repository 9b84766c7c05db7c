import { useEffect, useState } from 'react';
import { useTexts } from '../context/texts.ts';
import { Dialog } from '../parts/dialog.tsx';
import { DisplayRow } from './display-row.tsx';
import { PairDisplay } from './pair-display.tsx';
import { useDisplays } from './use-displays.ts';

/** As long as a display identifies itself. */
const newsShownMs = 10_000;

/** The displays of this till, and how another one is added. */
export function Displays({ onClose }: { onClose: () => void }) {
  const { till, texts } = useTexts();
  const { displays, isError, refresh: fetchAgain } = useDisplays(till.id);
  const [news, tell] = useState('');
  useEffect(() => {
    if (news === '') return;
    const timer = setTimeout(() => tell(''), newsShownMs);
    return () => clearTimeout(timer);
  }, [news]);
  const refresh = (said: string) => {
    tell(said);
    void fetchAgain();
  };
  return (
    <Dialog title={texts.displays.title} onClose={onClose}>
      {isError && <p className="warning">{texts.displays.old}</p>}
      {!displays && !isError && <p className="nothing">{texts.cashier.loading}</p>}
      {displays?.length === 0 && <p className="nothing">{texts.displays.none}</p>}
      <ul className="displays">
        {displays?.map((display) => (
          <DisplayRow key={display.id} display={display} onDone={refresh} />
        ))}
      </ul>
      <div role="status">{news && <p className="done">{news}</p>}</div>
      <PairDisplay onPaired={() => refresh(texts.displays.paired)} />
    </Dialog>
  );
}
