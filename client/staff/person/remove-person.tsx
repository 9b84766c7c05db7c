import { useEffect, useRef } from 'react';
import type { StaffView } from '../../../server/contract/access.ts';
import { failureOf } from '../../ui/api/api.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { FailureNote } from '../../ui/parts/failure-note.tsx';
import { useProof } from '../../ui/proof/proof.ts';
import { removePerson } from '../actions.ts';
import { useStaffTexts } from '../staff-texts.ts';

type Props = {
  readonly person: StaffView;
  readonly onBack: () => void;
  readonly onDone: (said: string) => void;
};

/** The question before a person is removed. */
export function RemovePerson({ person, onBack, onDone }: Props) {
  const { access, staff } = useStaffTexts();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const proved = useProof();
  const action = useAction(async () => {
    try {
      await proved(() => removePerson(person.id));
      onDone('');
    } catch (error) {
      if (failureOf(error) !== 'not_found') throw error;
      onDone(staff.gone);
    }
  });
  const question = staff.removeQuestion(person.name);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question with two answers, not a set of fields
    <div className="act" role="group" aria-label={question}>
      <p className="question-text">{question}</p>
      <FailureNote action={action} texts={access} meanings={{ wrong_state: staff.lastManager }} />
      <div className="answers">
        <button type="button" className="quiet" ref={back} onClick={onBack}>
          {staff.back}
        </button>
        <button type="button" className="danger" disabled={action.isPending} onClick={action.run}>
          {staff.removeYes}
        </button>
      </div>
    </div>
  );
}
