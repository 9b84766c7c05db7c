import { useState } from 'react';
import { FailureNote } from '../ui/failure-note.tsx';
import { useAction } from '../ui/use-action.ts';
import { type Draft, type DraftFault, faultOf, termsOf } from './draft.ts';
import { saveProduct } from './products-actions.ts';
import { useWords } from './words.ts';

type Props = {
  readonly draft: Draft;
  readonly onFault: (fault: DraftFault) => void;
  readonly onSaved: () => void;
};

/** Keeps what is in the form for the next subscriber. */
export function SaveProduct({ draft, onFault, onSaved }: Props) {
  const { till, texts } = useWords();
  const { subscription, access } = texts;
  const [saved, setSaved] = useState<string | null>(null);
  const action = useAction(async () => {
    const terms = termsOf(draft, till.currency);
    await saveProduct(till.id, terms);
    setSaved(terms.product.name);
    onSaved();
  });
  const save = () => {
    setSaved(null);
    const fault = faultOf(draft);
    if (fault) onFault(fault);
    else action.run();
  };
  return (
    <>
      <FailureNote action={action} texts={access} />
      <div role="status">{saved !== null && <p className="done">{subscription.saved(saved)}</p>}</div>
      <button type="button" className="quiet" disabled={action.isPending} onClick={save}>
        {action.isPending ? subscription.saving : subscription.save}
      </button>
    </>
  );
}
