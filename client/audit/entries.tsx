import type { AuditEntryView } from '../../server/contract/audit.ts';
import type { Amount } from '../../server/contract/payments.ts';
import { moneyText } from '../ui/base/money.ts';
import type { AuditTexts } from '../ui/texts/texts.ts';
import type { Filter } from './use-audit.ts';

type Props = {
  readonly entries: readonly AuditEntryView[];
  readonly texts: AuditTexts['audit'];
  /** How times and amounts are written. */
  readonly locale: string;
  readonly timeZone: string;
  readonly onPerson: (person: Filter['person']) => void;
};

/** Who did what, when and from where: the newest first. */
export function Entries({ entries, ...rest }: Props) {
  return (
    <ol className="entries">
      {entries.map((entry) => (
        <Entry key={entry.sequence} entry={entry} {...rest} />
      ))}
    </ol>
  );
}

type EntryProps = Omit<Props, 'entries'> & { readonly entry: AuditEntryView };

function Entry({ entry, texts, locale, timeZone, onPerson }: EntryProps) {
  const { at, kind, about, who, address, shop } = entry;
  const { id } = who;
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone });
  const name = who.name === '' ? texts.actors[who.kind] : `${texts.actors[who.kind]}: ${who.name}`;
  return (
    <li data-kind={kind}>
      <p className="done">
        <b>{texts.kinds[kind]}</b>
        {about !== '' && <span className="about">{about}</span>}
        <Details detail={entry.detail} texts={texts} locale={locale} />
      </p>
      <p className="by">
        {id === null ? (
          <span>{name}</span>
        ) : (
          <button
            type="button"
            title={texts.only(who.name || id)}
            onClick={() => onPerson({ id, name: who.name || id })}
          >
            {name}
          </button>
        )}
        <span className="soft">{address}</span>
      </p>
      <p className="soft when">
        <time dateTime={at}>{moment.format(new Date(at))}</time>
        {shop !== null && <span>{shop}</span>}
      </p>
    </li>
  );
}

/** What of the details people look for; the file has all of them. */
function Details({
  detail,
  texts,
  locale,
}: Pick<EntryProps, 'texts' | 'locale'> & Pick<AuditEntryView, 'detail'>) {
  const { amount, currency, till, reason, approvedBy, times, reference } = detail;
  const isMoney = typeof amount === 'number' && typeof currency === 'string';
  return (
    <>
      {isMoney && (
        <span>{moneyText({ value: amount, currency: currency as Amount['currency'] }, locale)}</span>
      )}
      {reference !== undefined && <span className="about">{reference}</span>}
      {till !== undefined && <span>{texts.till(String(till))}</span>}
      {reason !== undefined && <span className="about">{reason}</span>}
      {approvedBy !== undefined && <span>{texts.approvedBy(String(approvedBy))}</span>}
      {typeof times === 'number' && <span>{texts.times(String(times))}</span>}
    </>
  );
}
