import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PaymentView } from '../../server/contract.ts';
import { useWords } from '../ui/till-context.tsx';
import { fetchHistory } from './actions.ts';
import { eventText } from './event-text.ts';
import { exactTimeText } from './time-text.ts';

/** What happened to a payment, and who asked for it. */
export function History({ payment }: { payment: PaymentView }) {
  const { till, texts } = useWords();
  const { access } = texts;
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
      <h3 id="history-title">{access.history}</h3>
      {isError && <p className="warning">{access.historyMissing}</p>}
      <ol>
        {data?.map((entry) => (
          <li key={entry.version}>
            <time dateTime={entry.at}>{exactTimeText(entry.at, till.locale)}</time>
            <span>{eventText(entry, access.events)}</span>
            {entry.by && <span className="by">{entry.by.name}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
