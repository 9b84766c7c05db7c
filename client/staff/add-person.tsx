import { type FormEvent, useState } from 'react';
import type { Role } from '../../server/contract-access.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { LabelledField, PinField } from '../ui/labelled-field.tsx';
import { isPin } from '../ui/session.ts';
import { useAction } from '../ui/use-action.ts';
import { addPerson, type NewPerson } from './actions.ts';
import { RoleChoice } from './role-choice.tsx';
import { useStaffWords } from './staff-words.ts';

const nobody: NewPerson = { name: '', pin: '', role: 'cashier' };

/** A form for one more person; most are cashiers. */
export function AddPerson({ onDone }: { onDone: (said: string) => void }) {
  const { access } = useStaffWords();
  const { staff: words } = access;
  const [person, setPerson] = useState(nobody);
  const [complaint, setComplaint] = useState<string | null>(null);
  const action = useAction(async () => {
    await addPerson({ ...person, name: person.name.trim() });
    setPerson(nobody);
    onDone(words.added(person.name.trim()));
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = person.name.trim() === '' ? access.nameRule : isPin(person.pin) ? null : access.pinRule;
    setComplaint(found);
    if (found === null) action.run();
  };
  return (
    <form className="add" onSubmit={submit}>
      <h2>{words.add}</h2>
      <LabelledField
        label={access.name}
        value={person.name}
        autoComplete="off"
        maxLength={60}
        onType={(name) => setPerson({ ...person, name })}
      />
      <PinField
        label={access.pin}
        value={person.pin}
        autoComplete="new-password"
        onType={(pin) => setPerson({ ...person, pin })}
      />
      <RoleChoice chosen={person.role} onChoose={(role: Role) => setPerson({ ...person, role })} />
      <FailureNote
        action={action}
        texts={access}
        meanings={{ wrong_state: words.nameTaken }}
        complaint={complaint}
      />
      <button type="submit" className="filled" disabled={action.isPending || action.waitSeconds > 0}>
        {action.isPending ? access.working : words.addButton}
      </button>
    </form>
  );
}
