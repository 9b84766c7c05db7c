import { type FormEvent, useState } from 'react';
import { useAction } from '../ui/api/use-action.ts';
import { FailureNote } from '../ui/parts/failure-note.tsx';
import { Icon } from '../ui/parts/icon.tsx';
import { LabelledField, PinField } from '../ui/parts/labelled-field.tsx';
import type { SignInTexts } from '../ui/texts/texts.ts';
import { setUp } from './actions.ts';
import { type Complaint, complaintAbout } from './new-person.ts';

type Props = { readonly token: string; readonly texts: SignInTexts };

/** The first manager of a shop, by the one-time link that the server has printed. */
export function SetUp({ token, texts }: Props) {
  const [typed, setTyped] = useState({ name: '', pin: '', pinAgain: '' });
  const [complaint, setComplaint] = useState<Complaint | null>(null);
  const action = useAction(async () => {
    await setUp(token, { name: typed.name.trim(), pin: typed.pin });
    location.replace('/');
  });
  if (!token || action.failure === 'not_allowed') return <Ended texts={texts} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = complaintAbout(typed, 'manager');
    setComplaint(found);
    if (found === null && action.waitSeconds === 0) action.run();
  };
  const { access } = texts;
  const complaints = { name: access.nameRule, pin: access.pinRule, mismatch: texts.setUp.mismatch };
  const type = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });
  return (
    <form className="card" onSubmit={submit}>
      <h1>{texts.setUp.title}</h1>
      <p className="hint">{texts.setUp.text}</p>
      <LabelledField
        label={access.name}
        value={typed.name}
        autoComplete="username"
        maxLength={60}
        onType={(name) => type({ name })}
      />
      <PinField
        label={access.pin}
        value={typed.pin}
        autoComplete="new-password"
        onType={(pin) => type({ pin })}
      />
      <PinField
        label={texts.setUp.pinAgain}
        value={typed.pinAgain}
        autoComplete="new-password"
        onType={(pinAgain) => type({ pinAgain })}
      />
      <p className="hint">{access.pinRule}</p>
      <FailureNote
        action={action}
        texts={access}
        meanings={{ invalid_request: access.pinTooEasy }}
        complaint={complaint && complaints[complaint]}
      />
      <button type="submit" className="filled" disabled={action.isPending || action.waitSeconds > 0}>
        {action.isPending ? access.working : texts.setUp.button}
      </button>
    </form>
  );
}

function Ended({ texts }: { texts: SignInTexts }) {
  return (
    <section className="card" role="alert">
      <span className="badge" data-tone="calm">
        <Icon name="clock" />
      </span>
      <h1>{texts.setUp.ended}</h1>
      <p>{texts.setUp.endedText}</p>
      <a href="/sign-in">{texts.setUp.toSignIn}</a>
    </section>
  );
}
