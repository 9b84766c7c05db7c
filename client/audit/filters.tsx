import type { AuditKind } from '../../server/contract/audit.ts';
import type { AuditTexts } from '../ui/texts/texts.ts';
import { type Filter, queryOf } from './use-audit.ts';

type Props = {
  readonly filter: Filter;
  readonly texts: AuditTexts['audit'];
  readonly onChange: (filter: Filter) => void;
};

/** Which entries are shown; the file has all that match. */
export function Filters({ filter, texts, onChange }: Props) {
  const kinds = Object.entries(texts.kinds) as [AuditKind, string][];
  return (
    <form className="filters" onSubmit={(event) => event.preventDefault()}>
      <label className="field">
        {texts.day}
        <input
          type="date"
          value={filter.day}
          onChange={({ target }) => onChange({ ...filter, day: target.value })}
        />
      </label>
      <label className="field">
        {texts.what}
        <select
          value={filter.kind}
          onChange={({ target }) => onChange({ ...filter, kind: target.value as Filter['kind'] })}
        >
          <option value="">{texts.everything}</option>
          {kinds.map(([kind, text]) => (
            <option key={kind} value={kind}>
              {text}
            </option>
          ))}
        </select>
      </label>
      {filter.person && (
        <button type="button" className="quiet" onClick={() => onChange({ ...filter, person: null })}>
          {texts.everybody(filter.person.name)}
        </button>
      )}
      <a className="quiet" href={`/api/audit.csv${queryOf(filter)}`} download>
        {texts.exportFile}
      </a>
    </form>
  );
}
