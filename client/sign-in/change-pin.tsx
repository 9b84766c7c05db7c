import { type FormEvent, useState } from 'react';
import type { SignIn } from '../../server/contract/access.ts';
import { destinationOf } from '../ui/api/sign-in-address.ts';
import { useAction } from '../ui/api/use-action.ts';
import { FailureNote } from '../ui/parts/failure-note.tsx';
import { LabelledField, PinField } from '../ui/parts/labelled-field.tsx';
import type { SignInTexts } from '../ui/texts/texts.ts';
import { changePin } from './actions.ts';
import { type Complaint, complaintAbout } from './new-person.ts';

type Props = {
  /** Who has just signed in with a PIN that should be changed; null when somebody wants to change theirs. */
  readonly known: SignIn | null;
  readonly texts: SignInTexts;
  /** Without a new PIN. */
  readonly onBack: () => void;
};

/** Another PIN for whoever knows the one until now. */
export function ChangePin({ known, texts, onBack }: Props) {
  const { access } = texts;
  const [now, setNow] = useState(known ?? { name: '', pin: '' });
  const [fresh, setFresh] = useState({ pin: '', pinAgain: '' });
  const [complaint, setComplaint] = useState<Complaint | null>(null);
  const action = useAction(async () => {
    await changePin({ name: now.name.trim(), pin: now.pin, newPin: fresh.pin });
    location.replace(destinationOf(location.search));
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Whether it is a manager's, which has to be longer, the server knows.
    const found = complaintAbout({ name: now.name, ...fresh }, 'cashier');
    setComplaint(found);
    if (found === null && action.waitSeconds === 0) action.run();
  };
  const complaints = { name: access.nameRule, pin: access.pinRule, mismatch: texts.setUp.mismatch };
  const { changePin: said } = texts;
  return (
    <form className="card" onSubmit={submit}>
      <h1>{known ? said.askedTitle : said.title}</h1>
      {known && <p className="hint">{said.askedText}</p>}
      {!known && <Now now={now} texts={texts} onType={setNow} />}
      <PinField
        label={said.fresh}
        value={fresh.pin}
        required
        autoComplete="new-password"
        onType={(pin) => setFresh({ ...fresh, pin })}
      />
      <PinField
        label={said.again}
        value={fresh.pinAgain}
        required
        autoComplete="new-password"
        onType={(pinAgain) => setFresh({ ...fresh, pinAgain })}
      />
      <p className="hint">{access.pinRule}</p>
      <FailureNote
        action={action}
        texts={access}
        meanings={{
          not_signed_in: texts.signIn.wrong,
          invalid_request: access.pinTooEasy,
          not_allowed: texts.signIn.locked,
        }}
        complaint={complaint && complaints[complaint]}
      />
      <button type="submit" className="filled" disabled={action.isPending || action.waitSeconds > 0}>
        {action.isPending ? access.working : said.button}
      </button>
      <button type="button" className="quiet" onClick={onBack}>
        {known ? said.later : said.back}
      </button>
    </form>
  );
}

type NowProps = { readonly now: SignIn; readonly texts: SignInTexts; readonly onType: (now: SignIn) => void };

function Now({ now, texts, onType }: NowProps) {
  return (
    <>
      <LabelledField
        label={texts.access.name}
        value={now.name}
        required
        autoComplete="username"
        maxLength={60}
        onType={(name) => onType({ ...now, name })}
      />
      <PinField
        label={texts.changePin.now}
        value={now.pin}
        required
        autoComplete="current-password"
        onType={(pin) => onType({ ...now, pin })}
      />
    </>
  );
}
