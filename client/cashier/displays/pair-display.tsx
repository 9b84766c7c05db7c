import { type FormEvent, useState } from 'react';
import { useAction } from '../../ui/api/use-action.ts';
import { FailureNote } from '../../ui/parts/failure-note.tsx';
import { LabelledField } from '../../ui/parts/labelled-field.tsx';
import { useTexts } from '../context/texts.ts';
import { pairDisplay } from './api.ts';

const isCode = (code: string) => /^\d{6}$/.test(code);

/** Where a tablet finds this server, as it said with this page; null while only its own machine does. */
function addressForTablets(): string | null {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="address-for-tablets"]');
  return meta === null ? location.origin : meta.content || null;
}

/** The code that a new tablet shows, entered here. */
export function PairDisplay({ onPaired }: { onPaired: () => void }) {
  const { till, texts } = useTexts();
  const { displays } = texts;
  const [typed, setTyped] = useState('');
  const address = addressForTablets();
  const [complaint, setComplaint] = useState<string | null>(null);
  // The tablet shows it in two groups.
  const code = typed.replace(/\s/g, '');
  const action = useAction(async () => {
    await pairDisplay(till.id, code);
    setTyped('');
    onPaired();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setComplaint(isCode(code) ? null : displays.codeRule);
    if (isCode(code) && action.waitSeconds === 0) action.run();
  };
  return (
    <form className="pair" onSubmit={submit}>
      <h3>{displays.add}</h3>
      <p>{address === null ? displays.addNowhere : displays.addHow(`${address}/display`)}</p>
      {till.environment === 'demo' && <p>{displays.addInDemo}</p>}
      <LabelledField
        label={displays.code}
        value={typed}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        aria-invalid={complaint !== null}
        onType={setTyped}
      />
      <FailureNote
        action={action}
        texts={texts.access}
        meanings={{ not_found: displays.noSuchCode, invalid_request: displays.codeRule }}
        complaint={complaint}
      />
      <button type="submit" className="filled" disabled={action.isPending || action.waitSeconds > 0}>
        {action.isPending ? texts.access.working : displays.pair}
      </button>
    </form>
  );
}
