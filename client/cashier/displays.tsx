import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useWords } from '../ui/till-context.tsx';
import { Dialog } from './dialog.tsx';
import { DisplayRow } from './display-row.tsx';
import { fetchDisplays } from './displays-actions.ts';
import { PairDisplay } from './pair-display.tsx';

const refreshEveryMs = 5_000;
/** As long as a display identifies itself. */
const newsShownMs = 10_000;

/** The displays of this till, and how another one is added. */
export function Displays({ onClose }: { onClose: () => void }) {
  const { till, texts } = useWords();
  const { displays: words } = texts.access;
  const client = useQueryClient();
  const queryKey = ['displays', till.id];
  const { data, isError } = useQuery({
    queryKey,
    queryFn: () => fetchDisplays(till.id),
    refetchInterval: refreshEveryMs,
    networkMode: 'always',
    retry: false,
  });
  const [news, tell] = useState('');
  useEffect(() => {
    if (news === '') return;
    const timer = setTimeout(() => tell(''), newsShownMs);
    return () => clearTimeout(timer);
  }, [news]);
  const refresh = (said: string) => {
    tell(said);
    void client.invalidateQueries({ queryKey });
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      {isError && <p className="warning">{words.old}</p>}
      {!data && !isError && <p className="nothing">{texts.cashier.loading}</p>}
      {data?.length === 0 && <p className="nothing">{words.none}</p>}
      <ul className="displays">
        {data?.map((display) => (
          <DisplayRow key={display.id} display={display} onDone={refresh} />
        ))}
      </ul>
      <div role="status">{news && <p className="done">{news}</p>}</div>
      <PairDisplay onPaired={() => refresh(words.paired)} />
    </Dialog>
  );
}
