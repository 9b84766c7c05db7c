import { type ReactNode, useEffect, useRef } from 'react';
import { KeyHint } from './key-hint.tsx';

type Props = {
  readonly question: string;
  readonly no: string;
  /** The keyboard key that gives the harmless answer, too. */
  readonly noKey?: string;
  readonly yes: string;
  readonly isPending?: boolean;
  readonly onNo: () => void;
  readonly onYes: () => void;
  /** Why it failed the last time. */
  readonly children?: ReactNode;
};

/** A question before something that cannot be taken back; the harmless answer has the focus. */
export function Confirm({ question, no, noKey, yes, isPending = false, onNo, onYes, children }: Props) {
  const harmless = useRef<HTMLButtonElement>(null);
  useEffect(() => harmless.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question with two answers, not a set of fields
    <div className="question" role="group" aria-label={question}>
      <p>{question}</p>
      {children}
      <div className="answers">
        <button type="button" className="quiet" ref={harmless} onClick={onNo}>
          {no}
          {noKey && <KeyHint name={noKey} />}
        </button>
        <button type="button" className="danger" disabled={isPending} onClick={onYes}>
          {yes}
        </button>
      </div>
    </div>
  );
}
