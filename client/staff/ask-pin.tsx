import { type FormEvent, type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useSession } from '../ui/api/session.ts';
import { useAction } from '../ui/api/use-action.ts';
import { FailureNote } from '../ui/parts/failure-note.tsx';
import { OwnPinField } from '../ui/parts/labelled-field.tsx';
import { provePin } from './actions.ts';
import { type AskForPin, ProofContextProvider } from './proof.ts';
import { useStaffTexts } from './staff-texts.ts';

/** What is around it stays as it is while the PIN is asked for in a window above it. */
export function ProofProvider({ children }: { children: ReactNode }) {
  const [answer, setAnswer] = useState<((isProved: boolean) => void) | null>(null);
  const askForPin = useCallback<AskForPin>(() => new Promise((resolve) => setAnswer(() => resolve)), []);
  const done = (isProved: boolean) => {
    answer?.(isProved);
    setAnswer(null);
  };
  return (
    <ProofContextProvider value={askForPin}>
      {children}
      {answer && <AskPin onDone={done} />}
    </ProofContextProvider>
  );
}

function AskPin({ onDone }: { onDone: (isProved: boolean) => void }) {
  const { access, staff } = useStaffTexts();
  const { proof } = staff;
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
        <p className="soft">{proof.text(name)}</p>
        <OwnPinField label={access.pin} field={field} value={pin} required onType={setPin} />
        <FailureNote action={action} texts={access} meanings={meanings} />
        <div className="answers">
          <button type="button" className="quiet" onClick={() => onDone(false)}>
            {staff.back}
          </button>
          <button type="submit" className="filled" disabled={action.isPending || action.waitSeconds > 0}>
            {action.isPending ? access.working : proof.button}
          </button>
        </div>
      </form>
    </dialog>
  );
}
