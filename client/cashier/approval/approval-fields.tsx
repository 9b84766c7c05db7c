import { useEffect, useRef } from 'react';
import type { Action } from '../../ui/api/use-action.ts';
import { FailureNote } from '../../ui/parts/failure-note.tsx';
import { LabelledField, OwnPinField } from '../../ui/parts/labelled-field.tsx';
import { useStaff } from '../context/session-context.tsx';
import { useTexts } from '../context/texts.ts';
import type { Approving } from './use-approval.ts';

type Props = {
  readonly approving: Approving;
  /** What came of the last try, where it is about the approval. */
  readonly action: Pick<Action, 'failure' | 'waitSeconds'>;
};

/** A manager's name and PIN, for one thing that takes more than the person at the till may alone. */
export function ApprovalFields({ approving, action }: Props) {
  const { access, approval } = useTexts().texts;
  const isManager = useStaff().role === 'manager';
  const { typed, type, wasSent } = approving;
  const [name, pin] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const all = useRef<HTMLDivElement>(null);
  const { failure } = action;
  // What is missing is typed next: at first, and again when the PIN was wrong.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each failure is a new try
  useEffect(() => {
    (name.current?.value === '' ? name : pin).current?.focus();
    // The failure and the answers lie below the field, and perhaps below the edge of the dialog.
    all.current?.scrollIntoView({ block: 'nearest' });
  }, [failure]);
  const refused = approval.wrong;
  const meanings = {
    approval_required: wasSent ? refused : approval.wanted,
    invalid_request: refused,
    not_allowed: approval.locked,
  };
  return (
    <div className="approval" ref={all}>
      <p className="beyond">{isManager ? approval.askAgain : approval.ask}</p>
      <LabelledField
        label={approval.name}
        field={name}
        type="text"
        autoComplete="off"
        maxLength={60}
        required
        value={typed.name}
        onType={(typedName) => type({ ...typed, name: typedName })}
      />
      <OwnPinField
        label={approval.pin}
        field={pin}
        required
        value={typed.pin}
        onType={(typedPin) => type({ ...typed, pin: typedPin })}
      />
      <FailureNote action={action} texts={access} meanings={meanings} />
    </div>
  );
}
