import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Session } from '../../../server/contract/access.ts';
import { call } from '../api/api.ts';
import { sessionKey } from '../api/session.ts';
import { signInAddress } from '../api/sign-in-address.ts';
import { type Action, useAction } from '../api/use-action.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Icon } from '../parts/icon.tsx';
import { OwnPinField } from '../parts/labelled-field.tsx';
import type { LockTexts } from '../texts/texts.ts';
import { PinPad } from './pin-pad.tsx';

type Props = {
  readonly session: Session;
  /** Null while they load. */
  readonly texts: LockTexts | null;
  readonly onSignOut: (() => void) | undefined;
};

/** Over the whole page, also over windows that are open on it: who is signed in, and a field for their PIN. */
export function LockScreen({ session, texts, onSignOut }: Props) {
  const dialog = useModal();
  return (
    <dialog
      ref={dialog}
      className="lock controls"
      aria-labelledby="locked"
      onCancel={(event) => event.preventDefault()}
    >
      {texts ? (
        <Locked session={session} texts={texts} onSignOut={onSignOut} />
      ) : (
        <h1 id="locked">
          <Icon name="dots" />
        </h1>
      )}
    </dialog>
  );
}

/** A window that nothing closes but the end of the lock; then the focus goes back to where it was. */
function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opened = dialog.current;
    if (!opened) return;
    const before = document.activeElement;
    const open = () => {
      opened.showModal();
      opened.querySelector('input')?.focus();
    };
    // Some browsers close a window at the second Escape, whatever the page says to it.
    opened.addEventListener('close', open);
    open();
    return () => {
      opened.removeEventListener('close', open);
      opened.close();
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.focus());
    };
  }, []);
  return dialog;
}

function Locked({ session, texts, onSignOut }: Props & { texts: LockTexts }) {
  const { lock } = texts;
  const signOut = useAction(async () => {
    await call('/api/session', { method: 'DELETE' });
    onSignOut?.();
    location.replace(signInAddress(location));
  });
  return (
    <>
      <section className="who">
        <h1 id="locked">{lock.title}</h1>
        <p>{lock.text}</p>
        <FailureNote action={signOut} texts={texts.access} />
        <button type="button" className="other" disabled={signOut.isPending} onClick={signOut.run}>
          {lock.other}
        </button>
      </section>
      <EnterPin name={session.name} texts={texts} />
    </>
  );
}

// A PIN is slow to compare, on purpose.
const timeoutMs = 20_000;

/** Unlocks with a PIN; a wrong one is taken out of the field. */
function useUnlock(pin: string, onWrong: () => void): Action {
  const client = useQueryClient();
  return useAction(async () => {
    try {
      const { body } = await call('/api/session/unlock', { method: 'POST', body: { pin }, timeoutMs });
      client.setQueryData(sessionKey, body);
    } catch (error) {
      onWrong();
      throw error;
    }
    // What was refused because of the lock is asked for anew.
    void client.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
  });
}

function EnterPin({ name, texts }: { name: string; texts: LockTexts }) {
  const { access, lock } = texts;
  const [pin, setPin] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const action = useUnlock(pin, () => {
    setPin('');
    field.current?.focus();
  });
  const canTry = !action.isPending && action.waitSeconds === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canTry && pin !== '') action.run();
  };
  const meanings = { pin_required: lock.wrong, invalid_request: lock.wrong, not_allowed: lock.nameLocked };
  return (
    <form className="pin" onSubmit={submit}>
      <header>
        <span className="avatar" aria-hidden="true">
          {[...name][0]?.toUpperCase()}
        </span>
        <h2>{name}</h2>
      </header>
      {/* The pad below is the keyboard of a screen that is touched. */}
      <OwnPinField label={access.pin} field={field} value={pin} inputMode="none" onType={setPin} />
      <FailureNote action={action} texts={access} meanings={meanings} />
      <PinPad
        texts={lock}
        canGo={canTry && pin !== ''}
        onDigit={(digit) => setPin((typed) => typed + digit)}
        onErase={() => setPin((typed) => typed.slice(0, -1))}
      />
    </form>
  );
}
