import type { Figures } from '../../server/contract/reports.ts';
import { barHeights, everyNth } from './bar-heights.ts';
import { useReportTexts } from './report-texts.ts';

export type Named = Figures & { readonly key: string; readonly name: string };

const mostNames = 12;
/** Of a bar with the gap beside it; few bars are slim, so that they are bars still. */
const step = 10;
const widthOf = (count: number) => (count > 7 ? 7 : 4);

/** What was sold as bars, what was refunded below the line. The table beside it has the figures. */
export function Bars({ label, rows }: { label: string; rows: readonly Named[] }) {
  const { texts, money } = useReportTexts();
  const { bars, line } = barHeights(rows);
  const nth = everyNth(rows.length, mostNames);
  const width = widthOf(rows.length);
  const most = rows.reduce<Named | null>(
    (best, row) => (best === null || row.salesAmount > best.salesAmount ? row : best),
    null,
  );
  const said = most === null ? label : texts.most(label, most.name, money(most.salesAmount));
  return (
    <div className="picture">
      <svg role="img" aria-label={said} viewBox={`0 0 ${rows.length * step} 100`} preserveAspectRatio="none">
        {bars.map(({ sold, refunded }, index) => {
          const x = index * step + (step - width) / 2;
          return (
            <g key={rows[index]?.key}>
              <rect className="sold" x={x} y={line - sold} width={width} height={sold} />
              <rect className="refunded" x={x} y={line} width={width} height={refunded} />
            </g>
          );
        })}
        <line x1="0" x2={rows.length * step} y1={line} y2={line} />
      </svg>
      <ol aria-hidden="true">
        {rows.map(({ key, name }, index) => (
          <li key={key} data-every-other={index % (2 * nth) !== 0 || undefined}>
            {index % nth === 0 && <span>{name}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
