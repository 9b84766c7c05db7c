import { type FormEvent, useState } from 'react';
import type { Role } from '../../server/contract/access.ts';
import { canBeName, canBePin } from '../ui/api/session.ts';
import { useAction } from '../ui/api/use-action.ts';
import { FailureNote } from '../ui/parts/failure-note.tsx';
import { LabelledField, PinField } from '../ui/parts/labelled-field.tsx';
import { useProof } from '../ui/proof/proof.ts';
import { addPerson, type NewPerson } from './actions.ts';
import { RoleChoice } from './role-choice.tsx';
import { allShops, ShopChoice } from './shop-choice.tsx';
import { useStaffTexts } from './staff-texts.ts';

const nobody: Omit<NewPerson, 'shop'> = { name: '', pin: '', role: 'cashier' };

type Props = {
  /** With more than one, the form asks for the shop of the person. */
  readonly shops: readonly string[];
  readonly onDone: (said: string) => void;
};

/** A form for one more person; most are cashiers. */
export function AddPerson({ shops, onDone }: Props) {
  const { access, staff } = useStaffTexts();
  const [person, setPerson] = useState(nobody);
  const [chosen, choose] = useState('');
  const [complaint, setComplaint] = useState<string | null>(null);
  const proved = useProof();
  const action = useAction(async () => {
    const shop = chosen === '' || chosen === allShops ? null : chosen;
    await proved(() => addPerson({ ...person, name: person.name.trim(), shop }));
    setPerson(nobody);
    choose('');
    onDone(staff.added(person.name.trim()));
  });
  function findComplaint(): string | null {
    if (!canBeName(person.name)) return access.nameRule;
    if (!canBePin(person.pin, person.role)) return access.pinRule;
    return shops.length > 1 && chosen === '' ? staff.shopRule : null;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = findComplaint();
    setComplaint(found);
    if (found === null) action.run();
  };
  return (
    <form className="add" onSubmit={submit}>
      <h2>{staff.add}</h2>
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
      {shops.length > 1 && <ShopChoice shops={shops} chosen={chosen} onChoose={choose} />}
      <RoleChoice chosen={person.role} onChoose={(role: Role) => setPerson({ ...person, role })} />
      <FailureNote
        action={action}
        texts={access}
        meanings={{ wrong_state: staff.nameTaken, invalid_request: access.pinTooEasy }}
        complaint={complaint}
      />
      <button type="submit" className="filled" disabled={action.isPending || action.waitSeconds > 0}>
        {action.isPending ? access.working : staff.addButton}
      </button>
    </form>
  );
}
