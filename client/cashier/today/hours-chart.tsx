import { useId } from 'react';
import { useTexts } from '../context/texts.ts';
import { busiestOf, type Hour, hourText, widened } from './hours.ts';

const barWidth = 10;
const gap = 2;
const height = 40;
const leastHours = 10;
/** An hour without a sale is a line, not a hole. */
const least = 1;

/** Bars, and the same as a table for screen readers. */
export function HoursChart({ hours }: { hours: readonly Hour[] }) {
  const { till, texts, money } = useTexts();
  const titleId = useId();
  const busiest = busiestOf(hours);
  if (busiest === null) return null;
  const shown = widened(hours, leastHours, till.dayEndsAt);
  const [first, last] = [shown[0], shown[shown.length - 1]];
  const most = Math.max(1, busiest.amountMinor);
  return (
    <figure className="hours" aria-labelledby={titleId}>
      <figcaption id={titleId}>{texts.hours.title}</figcaption>
      <svg
        viewBox={`0 0 ${shown.length * (barWidth + gap) - gap} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {shown.map(({ hour, amountMinor }, index) => {
          const barHeight = Math.max(least, (amountMinor / most) * height);
          const place = { x: index * (barWidth + gap), y: height - barHeight };
          return (
            <rect
              key={hour}
              {...place}
              width={barWidth}
              height={barHeight}
              data-most={hour === busiest.hour}
            />
          );
        })}
      </svg>
      <p aria-hidden="true">
        <span>{first && hourText(first.hour)}</span>
        <span>{last && hourText(last.hour + 1)}</span>
      </p>
      <p>{texts.hours.most(hourText(busiest.hour), busiest.count, money(busiest.amountMinor))}</p>
      <HoursTable hours={hours} labelledBy={titleId} />
    </figure>
  );
}

function HoursTable({ hours, labelledBy }: { hours: readonly Hour[]; labelledBy: string }) {
  const { texts, money } = useTexts();
  return (
    <table className="unseen" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{texts.hours.hour}</th>
          <th scope="col">{texts.hours.count}</th>
          <th scope="col">{texts.hours.sum}</th>
        </tr>
      </thead>
      <tbody>
        {hours.map(({ hour, count, amountMinor }) => (
          <tr key={hour}>
            <th scope="row">{hourText(hour)}</th>
            <td>{count}</td>
            <td>{money(amountMinor)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
