import { useState } from 'react';
import { useAction } from '../../ui/api/use-action.ts';
import { FailureNote } from '../../ui/parts/failure-note.tsx';
import { useTexts } from '../context/texts.ts';
import { saveProduct } from './api.ts';
import { type Draft, type DraftFault, faultOf, termsOf } from './form.ts';

type Props = {
  readonly draft: Draft;
  readonly onFault: (fault: DraftFault) => void;
  readonly onSaved: () => void;
};

/** Saves the terms in the form as a product. */
export function SaveProduct({ draft, onFault, onSaved }: Props) {
  const { till, texts } = useTexts();
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
