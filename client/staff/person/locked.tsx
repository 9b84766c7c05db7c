import type { StaffView } from '../../../server/contract/access.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { FailureNote } from '../../ui/parts/failure-note.tsx';
import { useProof } from '../../ui/proof/proof.ts';
import { unlockPerson } from '../actions.ts';
import { useStaffTexts } from '../staff-texts.ts';

type Props = {
  readonly person: StaffView;
  /** Since when, for people. */
  readonly since: string;
  readonly onDone: (said: string) => void;
};

/** That a name is locked, and the way out. */
export function Locked({ person, since, onDone }: Props) {
  const { access, staff } = useStaffTexts();
  const proved = useProof();
  const action = useAction(async () => {
    await proved(() => unlockPerson(person.id));
    onDone(staff.unlocked(person.name));
  });
  return (
    <div className="act">
      <p className="warning">{staff.locked(since)}</p>
      <FailureNote action={action} texts={access} meanings={{ not_found: staff.gone }} />
      <div className="answers">
        <button type="button" className="filled" disabled={action.isPending} onClick={action.run}>
          {staff.unlock}
        </button>
      </div>
    </div>
  );
}
