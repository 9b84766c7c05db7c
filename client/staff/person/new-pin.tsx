import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { StaffView } from '../../../server/contract/access.ts';
import { canBePin } from '../../ui/api/session.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { FailureNote } from '../../ui/parts/failure-note.tsx';
import { PinField } from '../../ui/parts/labelled-field.tsx';
import { useProof } from '../../ui/proof/proof.ts';
import { setPin } from '../actions.ts';
import { useStaffTexts } from '../staff-texts.ts';

type Props = {
  readonly person: StaffView;
  readonly onBack: () => void;
  readonly onDone: (said: string) => void;
};

/** Another PIN for a person who forgot theirs. */
export function NewPin({ person, onBack, onDone }: Props) {
  const { access, staff } = useStaffTexts();
  const [pin, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const proved = useProof();
  const action = useAction(async () => {
    await proved(() => setPin(person.id, pin));
    onDone(staff.pinSet(person.name));
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isOne = canBePin(pin, person.role);
    setWrong(!isOne);
    if (isOne) action.run();
  };
  return (
    <form className="act" onSubmit={submit}>
      <PinField
        label={staff.newPinFor(person.name)}
        field={field}
        value={pin}
        autoComplete="new-password"
        aria-invalid={isWrong}
        onType={setTyped}
      />
      <FailureNote
        action={action}
        texts={access}
        meanings={{ not_found: staff.gone, invalid_request: access.pinTooEasy }}
        complaint={isWrong ? access.pinRule : null}
      />
      <div className="answers">
        <button type="button" className="quiet" onClick={onBack}>
          {staff.back}
        </button>
        <button type="submit" className="filled" disabled={action.isPending || action.waitSeconds > 0}>
          {staff.setPin}
        </button>
      </div>
    </form>
  );
}
