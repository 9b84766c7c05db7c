import { failureOf } from '../ui/api.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { useAction } from '../ui/use-action.ts';
import { cutOffDisplay } from './displays-actions.ts';
import { Question } from './question.tsx';
import { useWords } from './words.ts';

type Props = {
  readonly id: string;
  readonly onBack: () => void;
  readonly onDone: (said: string) => void;
};

/** The question before a display is cut off. */
export function CutOff({ id, onBack, onDone }: Props) {
  const { access, displays: words } = useWords().texts;
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
    <Question
      question={words.cutOffQuestion}
      no={words.cutOffNo}
      yes={words.cutOffYes}
      isPending={action.isPending}
      onNo={onBack}
      onYes={action.run}
    >
      <FailureNote action={action} texts={access} />
    </Question>
  );
}
