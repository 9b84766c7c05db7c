import { type FormEvent, useRef, useState } from 'react';
import type { SignInPage } from '../../server/contract/access.ts';
import { destinationOf } from '../ui/api/sign-in-address.ts';
import { useAction } from '../ui/api/use-action.ts';
import { FailureNote } from '../ui/parts/failure-note.tsx';
import { LabelledField, PinField } from '../ui/parts/labelled-field.tsx';
import type { SignInTexts } from '../ui/texts/texts.ts';
import { signIn } from './actions.ts';
import { ChangePin } from './change-pin.tsx';

type Props = { readonly demo: SignInPage['demo']; readonly texts: SignInTexts };

const moveOn = () => location.replace(destinationOf(location.search));

/** Name and PIN; in the demo both are there already. */
export function SignIn({ demo, texts }: Props) {
  const { access } = texts;
  const [name, setName] = useState(demo?.name ?? '');
  const [pin, setPin] = useState(demo?.pin ?? '');
  const [changes, setChanges] = useState<'no' | 'asked' | 'wanted'>('no');
  const pinField = useRef<HTMLInputElement>(null);
  const action = useAction(async () => {
    try {
      const { pinIsWeak } = await signIn({ name: name.trim(), pin });
      if (pinIsWeak) setChanges('asked');
      else moveOn();
    } catch (error) {
      setPin('');
      pinField.current?.focus();
      throw error;
    }
  });
  if (changes === 'asked')
    return <ChangePin known={{ name: name.trim(), pin }} texts={texts} onBack={moveOn} />;
  if (changes === 'wanted') return <ChangePin known={null} texts={texts} onBack={() => setChanges('no')} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (action.waitSeconds === 0) action.run();
  };
  // A person who guesses must not learn which of the two is wrong.
  const meanings = {
    not_signed_in: texts.signIn.wrong,
    invalid_request: texts.signIn.wrong,
    not_allowed: texts.signIn.locked,
  };
  return (
    <form className="card" onSubmit={submit}>
      <h1>{texts.signIn.title}</h1>
      {demo && <p className="hint">{texts.signIn.demo(demo.name, demo.pin)}</p>}
      <LabelledField
        label={access.name}
        value={name}
        required
        autoComplete="username"
        maxLength={60}
        onType={setName}
      />
      <PinField
        label={access.pin}
        field={pinField}
        value={pin}
        required
        autoComplete="current-password"
        onType={setPin}
      />
      <FailureNote action={action} texts={access} meanings={meanings} />
      <button type="submit" className="filled" disabled={action.isPending || action.waitSeconds > 0}>
        {action.isPending ? access.working : texts.signIn.button}
      </button>
      {!demo && (
        <button type="button" className="link" onClick={() => setChanges('wanted')}>
          {texts.changePin.title}
        </button>
      )}
    </form>
  );
}
