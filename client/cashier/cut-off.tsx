import { useEffect, useRef } from 'react';
import { failureOf } from '../ui/api.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { useWords } from '../ui/till-context.tsx';
import { useAction } from '../ui/use-action.ts';
import { cutOffDisplay } from './displays-actions.ts';

type Props = {
  readonly id: string;
  readonly onBack: () => void;
  readonly onDone: (said: string) => void;
};

/** The question before a display is cut off. */
export function CutOff({ id, onBack, onDone }: Props) {
  const { access } = useWords().texts;
  const { displays: words } = access;
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const action = useAction(async () => {
    try {
      await cutOffDisplay(id);
      onDone('');
    } catch (error) {
      if (failureOf(error) !== 'not_found') throw error;
      onDone(words.gone);
    }
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question with two answers, not a set of fields
    <div className="question" role="group" aria-label={words.cutOffQuestion}>
      <p>{words.cutOffQuestion}</p>
      <FailureNote action={action} texts={access} />
      <div className="answers">
        <button type="button" className="quiet" ref={keep} onClick={onBack}>
          {words.cutOffNo}
        </button>
        <button type="button" className="danger" disabled={action.isPending} onClick={action.run}>
          {words.cutOffYes}
        </button>
      </div>
    </div>
  );
}
