import { useEffect, useRef } from 'react';
import type { ManagedTill } from '../../../server/contract/settings.ts';
import { retireTill } from '../api.ts';
import { useField } from '../fields/use-field.ts';
import { useSettingsTexts } from '../settings-texts.ts';

type Props = {
  readonly till: ManagedTill;
  readonly onBack: () => void;
  readonly onDone: (said: string) => void;
};

/** The question before a till is retired: what happens, and how it comes back. */
export function RetireTill({ till, onBack, onDone }: Props) {
  const { proof, settings } = useSettingsTexts();
  const { tills } = settings;
  const meanings = { till_busy: tills.busy, wrong_state: tills.last };
  const field = useField(`retire ${till.id}`, null, '', meanings);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const leave = () => {
    field.forget();
    onBack();
  };
  const retire = async () => {
    if (await field.save(null, () => retireTill(till.id))) onDone(tills.retired(till.name));
  };
  const question = tills.question(till.name);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question with two answers, not a set of fields
    <div className="question" role="group" aria-label={question}>
      <p>
        <b>{question}</b> {tills.means(till.id)}
      </p>
      <div role="alert">{field.trouble && <p className="warning">{field.trouble}</p>}</div>
      <div className="answers">
        <button type="button" className="quiet" ref={back} onClick={leave}>
          {proof.back}
        </button>
        <button type="button" className="danger" disabled={field.isSaving} onClick={() => void retire()}>
          {tills.yes}
        </button>
      </div>
    </div>
  );
}
