import type { MovementView } from '../../../server/contract/reconciliation.ts';
import { useReportTexts } from '../report-texts.ts';

/** Every capture, refund and release of the day, also of payments of other days. */
export function MovementsTable({ movements }: { movements: readonly MovementView[] }) {
  const { reconciliation: texts } = useReportTexts();
  const { columns } = texts;
  return (
    <section className="moved">
      <h2 id="moved">{texts.moved}</h2>
      <div className="scroll">
        <table aria-labelledby="moved">
          <thead>
            <tr>
              <th scope="col">{columns.time}</th>
              <th scope="col">{columns.what}</th>
              <th scope="col">{columns.payment}</th>
              <th scope="col" className="number">
                {columns.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {movements.map((movement) => (
              <Row key={`${movement.reference} ${movement.at} ${movement.kind}`} movement={movement} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What takes money out of the till is below nothing. */
const signOf = ({ kind }: MovementView) => (kind === 'refunded' ? -1 : 1);

function Row({ movement }: { movement: MovementView }) {
  const { reconciliation: texts, app, time, day, money, tillName } = useReportTexts();
  const { at, kind, found, amount, reference, startedAt } = movement;
  const says = texts.movement;
  const started = day(startedAt, movement.till);
  const isOfOtherDay = started !== day(at, movement.till);
  return (
    <tr data-kind={kind}>
      <td>
        <time dateTime={at}>{time(at, movement.till)}</time>
      </td>
      <td>
        {says[kind]}
        {found && <small>{says.found(app)}</small>}
      </td>
      <td className="what">
        {movement.text}
        <small>
          {isOfOtherDay && `${says.of(started)} · `}
          {tillName(movement.till)} · <span className="reference">{reference}</span>
        </small>
      </td>
      <td className="number">{money(signOf(movement) * amount.value, amount.currency)}</td>
    </tr>
  );
}
