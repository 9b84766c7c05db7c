import type { Action } from '../../ui/api/use-action.ts';
import { FailureNote } from '../../ui/parts/failure-note.tsx';
import { useTexts } from '../context/texts.ts';
import { useServerBack } from './use-server-back.ts';

export const noFailure: Pick<Action, 'failure' | 'waitSeconds'> = { failure: null, waitSeconds: 0 };

type Props = {
  readonly action: Pick<Action, 'failure' | 'waitSeconds'>;
  /** Of the payment; the cashier reads it out to support. */
  readonly reference: string;
};

/** After an action on a payment failed: what happened, whether money moved, and what to do. */
export function ActionError({ action, reference }: Props) {
  const { texts, app } = useTexts();
  const { cashier, access, trouble } = texts;
  const answersAgain = useServerBack(action.failure === 'unreachable');
  const meanings = {
    ...cashier.errors(app),
    ...(answersAgain ? { unreachable: trouble.answersAgain } : {}),
  };
  return (
    <div className="trouble">
      <FailureNote action={action} texts={access} meanings={meanings} />
      {action.failure && !answersAgain && <p className="support">{trouble.support(reference)}</p>}
    </div>
  );
}
