import { useState } from 'react';
import type { ManagedTill } from '../../../server/contract/settings.ts';
import { appNames } from '../../ui/texts/texts.ts';
import { renameTill } from '../api.ts';
import { lineOf } from '../fields/setting-text.ts';
import { TypedRow } from '../fields/typed-row.tsx';
import { useSettingsTexts } from '../settings-texts.ts';
import { RetireTill } from './retire-till.tsx';

type Props = {
  readonly till: ManagedTill;
  /** The last one stays. */
  readonly isLast: boolean;
  readonly onDone: (said: string) => void;
};

/** One till: its name, its page, and the way to sell there no more. */
export function TillItem({ till, isLast, onDone }: Props) {
  const { tills } = useSettingsTexts().settings;
  const [asks, ask] = useState(false);
  const path = `/cashier/${encodeURIComponent(till.id)}`;
  return (
    <li className="group">
      <TypedRow
        name={`till ${till.id}`}
        texts={{
          label: tills.name(till.id),
          hint: `${appNames[till.brand]} · ${till.currency}`,
          wrong: tills.nameWrong,
        }}
        saved={till.name}
        read={(typed) => lineOf(typed, 60) || null}
        act={(name) => renameTill(till.id, name)}
        setBy={till.setBy ?? undefined}
        isOnScreens
      />
      <div className="foot">
        <a href={path}>{path}</a>
        {till.setBy === null && !isLast && !asks && (
          <button
            type="button"
            className="bare"
            aria-label={tills.retireNamed(till.name)}
            onClick={() => ask(true)}
          >
            {tills.retire}
          </button>
        )}
      </div>
      {asks && <RetireTill till={till} onBack={() => ask(false)} onDone={onDone} />}
    </li>
  );
}
