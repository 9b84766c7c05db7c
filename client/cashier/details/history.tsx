import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { HistoryEntry, PaymentView, VippsId } from '../../../server/contract/payments.ts';
import { serverClock } from '../../ui/till/server-clock.ts';
import { useTexts } from '../context/texts.ts';
import { historyQuery } from '../payment/history-query.ts';
import { exactTimeText } from '../payment/time-text.ts';
import { detailOf, eventText } from './event-text.ts';

/** What happened to a payment, and who asked for it. */
export function History({ payment }: { payment: PaymentView }) {
  const { history } = useTexts().texts;
  const { data, isError } = useQuery({ ...historyQuery(payment), placeholderData: keepPreviousData });
  return (
    <section className="history" aria-labelledby="history-title">
      <h3 id="history-title">{history.title}</h3>
      {isError && <p className="warning">{history.missing}</p>}
      <ol>
        {data?.events.map((entry) => (
          <Step key={entry.version} entry={entry} />
        ))}
      </ol>
      <VippsIds ids={data?.vippsIds ?? []} />
    </section>
  );
}

/** The ids that Vipps' support asks for; renders nothing when there are none. */
function VippsIds({ ids }: { ids: readonly VippsId[] }) {
  const { till, texts, locale } = useTexts();
  const { title, about } = texts.history.vippsIds;
  if (ids.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <dl className="vipps-ids">
        {ids.map(({ about: what, id, at }) => (
          <div key={`${what} ${id}`}>
            <dt>
              {about[what]}{' '}
              <time dateTime={at}>{exactTimeText(at, { ...till, locale }, serverClock.nowMs())}</time>
            </dt>
            <dd>{id}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Step({ entry }: { entry: HistoryEntry }) {
  const { till, texts, locale, money } = useTexts();
  const { amountMinor, reason } = detailOf(entry);
  return (
    <li data-by={entry.by?.kind}>
      <span>
        {eventText(entry, texts.history.events)}
        {amountMinor !== null && ` ${money(amountMinor)}`}
      </span>
      <time dateTime={entry.at}>{exactTimeText(entry.at, { ...till, locale }, serverClock.nowMs())}</time>
      {entry.by && <span className="by">{entry.by.name}</span>}
      {entry.approvedBy && <span className="by">{texts.approval.by(entry.approvedBy.name)}</span>}
      {reason && <q>{reason}</q>}
    </li>
  );
}
