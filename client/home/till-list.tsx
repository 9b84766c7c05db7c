import { useId } from 'react';
import type { Home } from '../../server/contract/home.ts';
import type { HomeTexts } from '../ui/texts/texts.ts';
import { areOfSeveralShops } from './what-to-show.ts';

type TillListTexts = Pick<HomeTexts['home'], 'cashier' | 'display'>;

/** The tills, each with both its screens. */
export function TillList({ tills, texts }: { tills: Home['tills']; texts: TillListTexts }) {
  const hasShops = areOfSeveralShops(tills);
  return (
    <ul className="tills">
      {tills.map(({ id, name, shop }) => (
        <Till key={id} id={id} name={name} shop={hasShops ? shop : null} texts={texts} />
      ))}
    </ul>
  );
}

type TillProps = {
  readonly id: string;
  readonly name: string;
  /** Null where all tills belong to one shop. */
  readonly shop: string | null;
  readonly texts: TillListTexts;
};

function Till({ id, name, shop, texts }: TillProps) {
  const heading = useId();
  const address = encodeURIComponent(id);
  return (
    <li className="panel">
      <h2 id={heading}>
        {name} {shop !== null && <small>{shop}</small>}
      </h2>
      <div className="screens">
        <a className="filled" href={`/cashier/${address}`} aria-describedby={heading}>
          {texts.cashier}
        </a>
        <a className="quiet" href={`/display/${address}`} aria-describedby={heading}>
          {texts.display}
        </a>
      </div>
    </li>
  );
}
