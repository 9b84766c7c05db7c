import { type FormEvent, useEffect, useRef, useState } from 'react';
import { LabelledField } from '../../ui/parts/labelled-field.tsx';
import { useTexts } from '../context/texts.ts';
import { everything, type Sought, soughtStates } from './query.ts';

type Props = { readonly isSeeking: boolean; readonly onSeek: (sought: Sought) => void };

/** The search form; it asks the server only when it is sent. */
export function SearchForm({ isSeeking, onSeek }: Props) {
  const { finding, cashier, tags, pages } = useTexts().texts;
  const [sought, setSought] = useState(everything);
  const names = { ...tags, approved: cashier.approved, uncaptured: finding.uncaptured };
  const write = (change: Partial<Sought>) => setSought({ ...sought, ...change });
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSeek(sought);
  };
  return (
    <search>
      <form className="search-form" onSubmit={submit}>
        <LabelledField
          label={finding.what}
          field={field}
          type="text"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={100}
          value={sought.what}
          onType={(what) => write({ what })}
        />
        <label className="field">
          {finding.state}
          <select
            value={sought.state}
            onChange={({ target }) =>
              write({ state: soughtStates.find((state) => state === target.value) ?? '' })
            }
          >
            <option value="">{finding.anyState}</option>
            {soughtStates.map((state) => (
              <option key={state} value={state}>
                {names[state]}
              </option>
            ))}
          </select>
        </label>
        <LabelledField
          label={finding.from}
          type="date"
          value={sought.from}
          max={sought.to || undefined}
          onType={(from) => write({ from })}
        />
        <LabelledField
          label={finding.to}
          type="date"
          value={sought.to}
          min={sought.from || undefined}
          onType={(to) => write({ to })}
        />
        <label className="tick">
          <input
            type="checkbox"
            checked={sought.everyTill}
            onChange={({ target }) => write({ everyTill: target.checked })}
          />
          {pages.allTills}
        </label>
        <button type="submit" className="filled" aria-busy={isSeeking}>
          {finding.go}
        </button>
      </form>
    </search>
  );
}
