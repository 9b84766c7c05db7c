import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { KeyHint } from './key-hint.tsx';

type Props = {
  readonly question: string;
  readonly no: string;
  /** The keyboard key that gives the harmless answer, too. */
  readonly noKey?: string;
  readonly yes: string;
  readonly isPending?: boolean;
  /** What has to be filled in first; it takes the focus instead of the harmless answer. */
  readonly fields?: ReactNode;
  readonly onNo: () => void;
  readonly onYes: () => void;
  /** Why it failed the last time. */
  readonly children?: ReactNode;
};

/** A question before something that cannot be taken back; the harmless answer has the focus. */
export function Confirm(props: Props) {
  const { question, no, noKey, yes, isPending = false, fields, onNo, onYes, children } = props;
  const harmless = useRef<HTMLButtonElement>(null);
  const hasFields = fields !== undefined;
  useEffect(() => {
    if (!hasFields) harmless.current?.focus();
  }, [hasFields]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) onYes();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question with two answers, not a set of fields
    <div className="question" role="group" aria-label={question}>
      <p>{question}</p>
      {children}
      <form onSubmit={submit}>
        {fields}
        <div className="answers">
          <button type="button" className="quiet" ref={harmless} onClick={onNo}>
            {no}
            {noKey && <KeyHint name={noKey} />}
          </button>
          <button type="submit" className="danger" disabled={isPending}>
            {yes}
          </button>
        </div>
      </form>
    </div>
  );
}
