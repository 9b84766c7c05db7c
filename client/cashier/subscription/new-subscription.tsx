import { useRef } from 'react';
import { maxMinor, minMinor } from '../charge/keypad.ts';
import { useStaff } from '../context/session-context.tsx';
import { useTexts } from '../context/texts.ts';
import { type Draft, type DraftFault, draftOf, faultOf, fieldOf } from './form.ts';
import { Products } from './products.tsx';
import { SaveProduct } from './save-product.tsx';
import type { Subscription } from './subscription.ts';
import { SubscriptionFields } from './subscription-fields.tsx';
import { useProducts } from './use-products.ts';

type Props = {
  readonly subscription: Subscription;
  /** A payment on the customer's screen can still be paid. */
  readonly isBusy: boolean;
  readonly onWrite: (change: Partial<Draft>) => void;
  readonly onRefuse: (fault: DraftFault) => void;
  readonly onShow: () => void;
};

/** The form of a subscription: a saved product or one's own terms, and Show. */
export function NewSubscription({ subscription, isBusy, onWrite, onRefuse, onShow }: Props) {
  const { till, texts } = useTexts();
  const { role } = useStaff();
  const form = useRef<HTMLFormElement>(null);
  const { products, isMissing, refresh } = useProducts(till.id);
  const { draft, step } = subscription;
  const goTo = (fault: DraftFault) => {
    const field = form.current?.elements.namedItem(fieldOf(fault));
    if (field instanceof HTMLElement) field.focus();
  };
  const submit = () => {
    const fault = faultOf(draft);
    if (fault) goTo(fault);
    onShow();
  };
  const isSending = step === 'sending';
  return (
    <form
      ref={form}
      className="subscription"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {isMissing && <p className="warning">{texts.subscription.productsMissing}</p>}
      <Products
        products={products ?? []}
        onChoose={(terms) => onWrite(draftOf(terms, till.locale))}
        onRemoved={() => void refresh()}
      />
      <SubscriptionFields draft={draft} wrong={wrongField(subscription)} onWrite={onWrite} />
      <Problem subscription={subscription} />
      <button type="submit" className="charge" disabled={isBusy || isSending} aria-busy={isSending}>
        {isSending ? texts.cashier.starting : isBusy ? texts.cashier.busy : texts.subscription.show}
      </button>
      <p className="beyond">{texts.subscription.laterPayments}</p>
      {role === 'manager' && (
        <SaveProduct
          draft={draft}
          onFault={(fault) => {
            onRefuse(fault);
            goTo(fault);
          }}
          onSaved={() => void refresh()}
        />
      )}
    </form>
  );
}

const isFault = (problem: NonNullable<Subscription['problem']>, faults: object): problem is DraftFault =>
  Object.keys(faults).includes(problem);

function wrongField({ problem, draft }: Subscription): keyof Draft | null {
  const fault = faultOf(draft);
  return fault !== null && fault === problem ? fieldOf(fault) : null;
}

function Problem({ subscription: { problem } }: Pick<Props, 'subscription'>) {
  const { texts, app, money } = useTexts();
  const { faults } = texts.subscription;
  const sentence = () => {
    if (problem === null) return null;
    if (problem === 'vipps_unavailable') return texts.cashier.checking(app);
    if (!isFault(problem, faults)) return texts.cashier.errors(app)[problem];
    const says = faults[problem];
    if (typeof says === 'string') return says;
    return says(money(problem.endsWith('_too_little') ? minMinor : maxMinor));
  };
  const text = sentence();
  return (
    <div role="alert" className="sale-alert">
      {text && <p className="warning">{text}</p>}
    </div>
  );
}
