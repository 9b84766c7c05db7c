import { SelectRow } from '../fields/select-row.tsx';
import { useSaving } from '../saving.tsx';
import { useSettingsTexts } from '../settings-texts.ts';
import { otherZones, usualZones } from './time-zones.ts';

const hours = Array.from({ length: 13 }, (_, hour) => hour);

const hourText = (hour: number, locale: string) =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(Date.UTC(2026, 0, 1, hour));

/** By what the days of the shop go. */
export function DayRoom() {
  const { settings: texts, locale } = useSettingsTexts();
  const { values, setBy } = useSaving().settings;
  return (
    <div className="group">
      <SelectRow
        name="timeZone"
        texts={texts.timeZone}
        saved={values.timeZone}
        changes={(timeZone) => ({ timeZone })}
        setBy={setBy['timeZone']}
      >
        <optgroup label={texts.timeZone.usual}>
          <Zones zones={usualZones} />
        </optgroup>
        <optgroup label={texts.timeZone.all}>
          <Zones zones={otherZones(values.timeZone)} />
        </optgroup>
      </SelectRow>
      <SelectRow
        name="dayEndsAt"
        texts={texts.dayEndsAt}
        saved={String(values.dayEndsAt)}
        changes={(hour) => ({ dayEndsAt: Number(hour) })}
        setBy={setBy['dayEndsAt']}
      >
        {hours.map((hour) => (
          <option key={hour} value={hour}>
            {hourText(hour, locale)}
          </option>
        ))}
      </SelectRow>
    </div>
  );
}

function Zones({ zones }: { readonly zones: readonly string[] }) {
  return zones.map((zone) => (
    <option key={zone} value={zone}>
      {zone}
    </option>
  ));
}
