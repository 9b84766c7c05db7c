import { type FormEvent, useState } from 'react';
import type { Home } from '../../../server/contract/home.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { useHome } from '../../ui/api/use-home.ts';
import { FailureNote } from '../../ui/parts/failure-note.tsx';
import { LabelledField } from '../../ui/parts/labelled-field.tsx';
import { TabletAddresses } from '../../ui/qr/tablet-addresses.tsx';
import type { CashierTexts } from '../../ui/texts/texts.ts';
import { useTexts } from '../context/texts.ts';
import { pairDisplay } from './api.ts';

const isCode = (code: string) => /^\d{6}$/.test(code);

/** Which addresses to open on the tablet, or what to do while no tablet can reach the server. */
function HowToOpen({ addresses, texts }: { addresses: Home['tabletAddresses']; texts: CashierTexts }) {
  if (addresses.length === 0) return <p>{texts.displays.addNowhere}</p>;
  return (
    <>
      <p>{texts.displays.addHow}</p>
      <TabletAddresses addresses={addresses} texts={texts.tablets} />
    </>
  );
}

/** The code that a new tablet shows, entered here. */
export function PairDisplay({ onPaired }: { onPaired: () => void }) {
  const { till, texts } = useTexts();
  const { displays } = texts;
  const [typed, setTyped] = useState('');
  const { data: home } = useHome();
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
      {home && <HowToOpen addresses={home.tabletAddresses} texts={texts} />}
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
