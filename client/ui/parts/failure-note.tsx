import type { Failure } from '../api/api.ts';
import type { Action } from '../api/use-action.ts';
import type { Texts } from '../texts/texts.ts';

type Props = {
  readonly action: Pick<Action, 'failure' | 'waitSeconds'>;
  readonly texts: Texts['access'];
  /** What a failure means here, where that is not what it means everywhere. */
  readonly meanings?: Partial<Record<Failure, string>>;
  /** Something wrong that was found before anything was sent. */
  readonly complaint?: string | null;
};

/** Why something failed, and how long to wait. The seconds are not announced: a screen reader would read every one. */
export function FailureNote({ action, texts, meanings = {}, complaint = null }: Props) {
  const { failure, waitSeconds } = action;
  const text = complaint ?? (failure && (meanings[failure] ?? texts.errors[failure]));
  const isSlowed = complaint === null && failure === 'rate_limited';
  return (
    <div role="alert">
      {text && (
        <p className="warning">
          {text}{' '}
          {isSlowed && (
            <span role="timer" aria-live="off">
              {waitSeconds > 0 ? texts.tryAgainIn(waitSeconds) : texts.tryAgainNow}
            </span>
          )}
        </p>
      )}
    </div>
  );
}
