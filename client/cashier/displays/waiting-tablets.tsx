import { useAction } from '../../ui/api/use-action.ts';
import { FailureNote } from '../../ui/parts/failure-note.tsx';
import { useTexts } from '../context/texts.ts';
import { clearWaiting } from './api.ts';

type Props = {
  /** How many tablets show a code that nobody has entered, in all shops. */
  readonly count: number;
  readonly onDone: (said: string) => void;
};

/** Says how many tablets wait: more than there are here are somebody else's, and can be sent away. */
export function WaitingTablets({ count, onDone }: Props) {
  const { access, displays } = useTexts().texts;
  const action = useAction(async () => {
    await clearWaiting();
    onDone(displays.cleared);
  });
  if (count === 0) return null;
  return (
    <div className="waiting-tablets">
      <p>{displays.waiting(count)}</p>
      <button type="button" className="quiet" disabled={action.isPending} onClick={action.run}>
        {displays.clear}
      </button>
      <FailureNote action={action} texts={access} />
    </div>
  );
}
