import { type CSSProperties, useLayoutEffect } from 'react';
import { OrderLines } from '../../ui/till/order-lines.tsx';
import type { Fact, Slip } from './slip.ts';

/** A slip, only on paper, where it is then all that is printed. */
export function SlipPaper({ slip }: { slip: Slip }) {
  useLayoutEffect(() => {
    document.body.dataset['slip'] = '';
    return () => {
      delete document.body.dataset['slip'];
    };
  }, []);
  const { seller, heading, about, lines, moved, facts, end } = slip;
  return (
    <article className="slip" aria-label={slip.title}>
      <header>
        <h1>{seller.name}</h1>
        {seller.address !== null && <p>{seller.address}</p>}
        {seller.registration !== null && <p className="whole">{seller.registration}</p>}
      </header>
      <p className="heading" lang={heading.isNorwegian ? 'nb' : undefined}>
        {heading.rows.map((row) => (
          <span key={row}>{row} </span>
        ))}
      </p>
      {about !== null && <h2>{about}</h2>}
      {lines.length > 0 && <OrderLines lines={lines} />}
      <Facts facts={[slip.sum]} className="sum" />
      {moved.length > 0 && <Facts facts={moved} />}
      <Facts facts={facts} />
      {end.length > 0 && (
        <footer>
          {end.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </footer>
      )}
    </article>
  );
}

function Facts({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  return (
    <dl className={className}>
      {facts.map(({ label, value, kind }) => (
        <div key={label} data-kind={kind}>
          <dt>{label}</dt>
          <dd style={{ '--characters': value.length } as CSSProperties}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
