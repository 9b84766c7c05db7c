import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { HistoryEntry, PaymentView } from '../../server/contract.ts';
import { serverClock } from '../ui/server-clock.ts';
import { fetchHistory } from './actions.ts';
import { detailOf, eventText } from './event-text.ts';
import { exactTimeText } from './time-text.ts';
import { useWords } from './words.ts';

/** What happened to a payment, and who asked for it. */
export function History({ payment }: { payment: PaymentView }) {
  const { history } = useWords().texts;
  const { reference, version } = payment;
  const { data, isError } = useQuery({
    queryKey: ['payment', reference, 'events', version],
    queryFn: () => fetchHistory(reference),
    placeholderData: keepPreviousData,
    networkMode: 'always',
    retry: false,
  });
  return (
    <section className="history" aria-labelledby="history-title">
      <h3 id="history-title">{history.title}</h3>
      {isError && <p className="warning">{history.missing}</p>}
      <ol>
        {data?.map((entry) => (
          <Step key={entry.version} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Step({ entry }: { entry: HistoryEntry }) {
  const { texts, locale, money } = useWords();
  const { amountMinor, reason } = detailOf(entry);
  return (
    <li data-by={entry.by?.kind}>
      <span>
        {eventText(entry, texts.history.events)}
        {amountMinor !== null && ` ${money(amountMinor)}`}
      </span>
      <time dateTime={entry.at}>{exactTimeText(entry.at, locale, serverClock.nowMs())}</time>
      {entry.by && <span className="by">{entry.by.name}</span>}
      {reason && <q>{reason}</q>}
    </li>
  );
}
