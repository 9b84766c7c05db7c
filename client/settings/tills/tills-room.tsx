import { useState } from 'react';
import { useSaving } from '../saving.tsx';
import { useSettingsTexts } from '../settings-texts.ts';
import { AddTill } from './add-till.tsx';
import { TillItem } from './till-item.tsx';

/** The tills of the shop, and a form for one more. */
export function TillsRoom() {
  const texts = useSettingsTexts().settings.tills;
  const { tills } = useSaving().settings;
  const [notice, tell] = useState('');
  return (
    <>
      <p className="soft">{texts.text}</p>
      <ul className="tills">
        {tills.map((till) => (
          <TillItem key={till.id} till={till} isLast={tills.length === 1} onDone={tell} />
        ))}
      </ul>
      <div role="status">{notice && <p className="done">{notice}</p>}</div>
      <AddTill onDone={tell} />
    </>
  );
}
