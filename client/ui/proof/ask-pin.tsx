import { type FormEvent, type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { call } from '../api/api.ts';
import { useSession } from '../api/session.ts';
import { useAction } from '../api/use-action.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { OwnPinField } from '../parts/labelled-field.tsx';
import type { Texts } from '../texts/texts.ts';
import { type AskForPin, ProofContextProvider } from './proof.ts';

// A PIN is slow to check, on purpose.
const timeoutMs = 20_000;

/** The PIN of who is signed in, for what the server wants it once more. */
const provePin = (pin: string) => call('/api/session/proof', { method: 'POST', body: { pin }, timeoutMs });

type AskTexts = {
  readonly texts: Pick<Texts, 'access' | 'proof'>;
  /** What the PIN is wanted for, to the person of this name. */
  readonly reason: (name: string) => string;
};

/** What is around it stays as it is while the PIN is asked for in a window above it. */
export function ProofProvider({ children, ...asked }: AskTexts & { readonly children: ReactNode }) {
  const [answer, setAnswer] = useState<((isProved: boolean) => void) | null>(null);
  const askForPin = useCallback<AskForPin>(() => new Promise((resolve) => setAnswer(() => resolve)), []);
  const done = (isProved: boolean) => {
    answer?.(isProved);
    setAnswer(null);
  };
  return (
    <ProofContextProvider value={askForPin}>
      {children}
      {answer && <AskPin {...asked} onDone={done} />}
    </ProofContextProvider>
  );
}

function AskPin({ texts, reason, onDone }: AskTexts & { readonly onDone: (isProved: boolean) => void }) {
  const { access, proof } = texts;
  const name = useSession().data?.name ?? '';
  const [pin, setPin] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    field.current?.focus();
    return () => opened?.close();
  }, []);
  const action = useAction(async () => {
    try {
      await provePin(pin);
    } catch (error) {
      setPin('');
      field.current?.focus();
      throw error;
    }
    onDone(true);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (action.waitSeconds === 0) action.run();
  };
  const meanings = { pin_required: proof.wrong, invalid_request: proof.wrong, not_allowed: proof.locked };
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="proof" onClose={() => onDone(false)}>
      <form onSubmit={submit}>
        <h2 id="proof">{proof.title}</h2>
        <p className="soft">{reason(name)}</p>
        <OwnPinField label={access.pin} field={field} value={pin} required onType={setPin} />
        <FailureNote action={action} texts={access} meanings={meanings} />
        <div className="answers">
          <button type="button" className="quiet" onClick={() => onDone(false)}>
            {proof.back}
          </button>
          <button type="submit" className="filled" disabled={action.isPending || action.waitSeconds > 0}>
            {action.isPending ? access.working : proof.button}
          </button>
        </div>
      </form>
    </dialog>
  );
}
