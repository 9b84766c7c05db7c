import { useEffect, useRef } from 'react';
import type { StaffView } from '../../server/contract/access.ts';
import { failureOf } from '../ui/api/api.ts';
import { useAction } from '../ui/api/use-action.ts';
import { FailureNote } from '../ui/parts/failure-note.tsx';
import { removePerson } from './actions.ts';
import { useStaffWords } from './staff-texts.ts';

type Props = {
  readonly person: StaffView;
  readonly onBack: () => void;
  readonly onDone: (said: string) => void;
};

/** The question before somebody is removed. */
export function RemovePerson({ person, onBack, onDone }: Props) {
  const { access, staff: words } = useStaffWords();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const action = useAction(async () => {
    try {
      await removePerson(person.id);
      onDone('');
    } catch (error) {
      if (failureOf(error) !== 'not_found') throw error;
      onDone(words.gone);
    }
  });
  const question = words.removeQuestion(person.name);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question with two answers, not a set of fields
    <div className="act" role="group" aria-label={question}>
      <p className="question-text">{question}</p>
      <FailureNote action={action} texts={access} meanings={{ wrong_state: words.lastManager }} />
      <div className="answers">
        <button type="button" className="quiet" ref={back} onClick={onBack}>
          {words.back}
        </button>
        <button type="button" className="danger" disabled={action.isPending} onClick={action.run}>
          {words.removeYes}
        </button>
      </div>
    </div>
  );
}
