import { useId } from 'react';
import type { Home } from '../../server/contract/home.ts';
import type { HomeTexts } from '../ui/texts/texts.ts';
import { areOfSeveralShops } from './what-to-show.ts';

type Words = Pick<HomeTexts['home'], 'cashier' | 'display'>;

/** The tills, each with both its screens. */
export function TillList({ tills, words }: { tills: Home['tills']; words: Words }) {
  const hasShops = areOfSeveralShops(tills);
  return (
    <ul className="tills">
      {tills.map(({ id, name, shop }) => (
        <Till key={id} id={id} name={name} shop={hasShops ? shop : null} words={words} />
      ))}
    </ul>
  );
}

type TillProps = {
  readonly id: string;
  readonly name: string;
  /** Null where all are of one. */
  readonly shop: string | null;
  readonly words: Words;
};

function Till({ id, name, shop, words }: TillProps) {
  const heading = useId();
  const address = encodeURIComponent(id);
  return (
    <li className="panel">
      <h2 id={heading}>
        {name} {shop !== null && <small>{shop}</small>}
      </h2>
      <div className="screens">
        <a className="filled" href={`/cashier/${address}`} aria-describedby={heading}>
          {words.cashier}
        </a>
        <a className="quiet" href={`/display/${address}`} aria-describedby={heading}>
          {words.display}
        </a>
      </div>
    </li>
  );
}
