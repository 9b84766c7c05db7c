import { StaffIcon } from '../ui/parts/staff-icon.tsx';
import type { Texts } from '../ui/texts/texts.ts';
import {
  type Kind,
  kinds,
  lengthOf,
  mostDays,
  neighbour,
  type Period,
  periodText,
  periodWith,
} from './period.ts';

type Props = {
  readonly period: Period;
  readonly today: string;
  readonly locale: string;
  readonly texts: Texts['reports'];
  readonly onChoose: (period: Period) => void;
};

/** A day, week or month with a step to its neighbours, or any other days. */
export function PeriodChooser({ period, today, locale, texts, onChoose }: Props) {
  const { kind, from, to } = period;
  const choose = (next: Kind) =>
    onChoose(next === 'own' ? { ...period, kind: 'own' } : periodWith(inside(period, today), next));
  return (
    <div className="period">
      <fieldset className="kinds" aria-label={texts.period}>
        {kinds.map((one) => (
          <button key={one} type="button" aria-pressed={one === kind} onClick={() => choose(one)}>
            {texts.kinds[one]}
          </button>
        ))}
      </fieldset>
      {kind === 'own' ? (
        <Dates period={period} today={today} texts={texts} onChoose={onChoose} />
      ) : (
        <div className="steps">
          <button
            type="button"
            className="before"
            aria-label={texts.before}
            onClick={() => onChoose(neighbour(period, -1))}
          >
            <StaffIcon name="chevron" />
          </button>
          <strong>{periodText({ from, to }, locale)}</strong>
          <button
            type="button"
            aria-label={texts.after}
            disabled={to >= today}
            onClick={() => onChoose(neighbour(period, 1))}
          >
            <StaffIcon name="chevron" />
          </button>
        </div>
      )}
    </div>
  );
}

/** Today where the period has it, so that leafing between kinds stays at what is going on; else its end. */
const inside = ({ from, to }: Period, today: string) => (from <= today && today <= to ? today : to);

function Dates({ period, today, texts, onChoose }: Omit<Props, 'locale'>) {
  const pick = (next: Partial<Pick<Period, 'from' | 'to'>>) => {
    const picked = { ...period, ...next };
    // The other end follows, so that there is always a period.
    if (picked.from > picked.to)
      onChoose({ ...picked, from: next.to ?? picked.from, to: next.from ?? picked.to });
    else onChoose(picked);
  };
  const ends = ['from', 'to'] as const;
  return (
    <div className="dates">
      {ends.map((end) => (
        <label key={end}>
          {texts[end]}
          <input
            type="date"
            value={period[end]}
            max={today}
            onChange={({ target }) => target.value && pick({ [end]: target.value })}
          />
        </label>
      ))}
      <div role="alert">{lengthOf(period) > mostDays && <p className="warning">{texts.tooLong}</p>}</div>
    </div>
  );
}
