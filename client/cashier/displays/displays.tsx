import { useEffect, useState } from 'react';
import { useTexts } from '../context/texts.ts';
import { Dialog } from '../parts/dialog.tsx';
import { DisplayRow } from './display-row.tsx';
import { PairDisplay } from './pair-display.tsx';
import { useDisplays } from './use-displays.ts';
import { WaitingTablets } from './waiting-tablets.tsx';

/** As long as a display identifies itself. */
const noticeShownMs = 10_000;

/** The displays of this till, and how another one is added. */
export function Displays({ onClose }: { onClose: () => void }) {
  const { till, texts } = useTexts();
  const { displays, waiting, isError, refresh: fetchAgain } = useDisplays(till.id);
  const [notice, tell] = useState('');
  useEffect(() => {
    if (notice === '') return;
    const timer = setTimeout(() => tell(''), noticeShownMs);
    return () => clearTimeout(timer);
  }, [notice]);
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
      <div role="status">{notice && <p className="done">{notice}</p>}</div>
      <PairDisplay onPaired={() => refresh(texts.displays.paired)} />
      <WaitingTablets count={waiting} onDone={refresh} />
    </Dialog>
  );
}
