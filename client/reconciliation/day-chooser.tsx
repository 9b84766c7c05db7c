import { shiftDay } from '../ui/base/dates.ts';
import { StaffIcon } from '../ui/parts/staff-icon.tsx';
import type { Texts } from '../ui/texts/texts.ts';

type Props = {
  day: string;
  today: string;
  texts: Texts['reconciliation'];
  onChoose: (day: string) => void;
};

/** A day before, a day after, or any day up to today. */
export function DayChooser({ day, today, texts, onChoose }: Props) {
  const step = (by: number) => onChoose(shiftDay(day, by));
  return (
    <div className="days">
      <button type="button" className="before" aria-label={texts.dayBefore} onClick={() => step(-1)}>
        <StaffIcon name="chevron" />
      </button>
      <input
        type="date"
        aria-label={texts.day}
        value={day}
        max={today}
        onChange={({ target }) => target.value && onChoose(target.value)}
      />
      <button type="button" aria-label={texts.dayAfter} disabled={day >= today} onClick={() => step(1)}>
        <StaffIcon name="chevron" />
      </button>
    </div>
  );
}
