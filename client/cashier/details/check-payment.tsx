import { useState } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import type { Check } from '../../../server/contract/reconciliation.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { useTexts } from '../context/texts.ts';
import { ActionError } from '../parts/action-error.tsx';
import { checkPayment } from '../payment/api.ts';
import type { Refresh } from '../today/use-today.ts';
import { findingOf, shownThere } from './check-text.ts';

type Props = { readonly payment: PaymentView; readonly onChanged: Refresh };

/** Compares one payment with what Vipps shows of it now. */
export function CheckPayment({ payment, onChanged }: Props) {
  const { texts, app } = useTexts();
  const { check } = texts;
  const [found, tell] = useState<Check | null>(null);
  const action = useAction(async () => {
    tell(null);
    const answered = await checkPayment(payment.reference);
    tell(answered);
    onChanged(answered.payment);
  });
  // A comparison of an older version of the payment is not shown.
  const isFresh = found !== null && found.payment.version >= payment.version;
  return (
    <div className="act">
      <button
        type="button"
        className="quiet"
        disabled={action.isPending || action.waitSeconds > 0}
        onClick={action.run}
      >
        {action.isPending ? check.going : check.go(app)}
      </button>
      <div role="status">{isFresh && <Found found={found} />}</div>
      <ActionError action={action} reference={payment.reference} />
    </div>
  );
}

function Found({ found }: { found: Check }) {
  const { texts, app, money } = useTexts();
  const forCheck = { ...texts, app, money };
  const { isGood, sentences } = findingOf(found, forCheck);
  const there = shownThere(found, forCheck);
  return (
    <div className={isGood ? 'good-news' : 'warning'}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {there && (
        <p>
          {texts.check.shows(app)}: {there}
        </p>
      )}
    </div>
  );
}
