import { failureOf } from '../../ui/api/api.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { FailureNote } from '../../ui/parts/failure-note.tsx';
import { useTexts } from '../context/texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { unpairDisplay } from './api.ts';

type Props = {
  readonly id: string;
  readonly onBack: () => void;
  readonly onDone: (said: string) => void;
};

/** The question before a display is cut off. */
export function Unpair({ id, onBack, onDone }: Props) {
  const { access, displays } = useTexts().texts;
  const action = useAction(async () => {
    try {
      await unpairDisplay(id);
      onDone('');
    } catch (error) {
      if (failureOf(error) !== 'not_found') throw error;
      onDone(displays.gone);
    }
  });
  return (
    <Confirm
      question={displays.cutOffQuestion}
      no={displays.cutOffNo}
      yes={displays.cutOffYes}
      isPending={action.isPending}
      onNo={onBack}
      onYes={action.run}
    >
      <FailureNote action={action} texts={access} />
    </Confirm>
  );
}
