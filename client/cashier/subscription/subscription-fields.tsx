import type { ComponentProps } from 'react';
import type { Interval } from '../../../server/contract/payments.ts';
import { LabelledField } from '../../ui/parts/labelled-field.tsx';
import { useTexts } from '../context/texts.ts';
import { countOf, type Draft, longest } from './form.ts';

type Props = {
  readonly draft: Draft;
  /** The field in which something is wrong. */
  readonly wrong: keyof Draft | null;
  readonly onWrite: (change: Partial<Draft>) => void;
};

const units: readonly Interval['unit'][] = ['DAY', 'WEEK', 'MONTH', 'YEAR'];

/** What the customer is to agree to, field by field. */
export function SubscriptionFields(props: Props) {
  const { subscription } = useTexts().texts;
  const { draft } = props;
  return (
    <>
      <Field {...props} name="name" label={subscription.name} maxLength={longest.name} />
      <Field {...props} name="description" label={subscription.description} maxLength={longest.description} />
      <div className="terms">
        <Field {...props} name="price" label={subscription.price} inputMode="decimal" />
        <Field {...props} name="count" label={subscription.every} inputMode="numeric" maxLength={2} />
        <Period {...props} />
      </div>
      <Field {...props} name="first" label={subscription.firstAmount} inputMode="decimal" />
      {draft.first !== '' && (
        <Field
          {...props}
          name="firstFor"
          label={subscription.firstFor}
          maxLength={longest.firstFor}
          placeholder={draft.name}
        />
      )}
    </>
  );
}

type FieldProps = Props & { name: Exclude<keyof Draft, 'unit'> } & Pick<
    ComponentProps<typeof LabelledField>,
    'label' | 'maxLength' | 'inputMode' | 'placeholder'
  >;

function Field({ draft, wrong, onWrite, name, ...rest }: FieldProps) {
  return (
    <LabelledField
      {...rest}
      type="text"
      name={name}
      value={draft[name]}
      autoComplete="off"
      aria-invalid={wrong === name}
      onType={(typed) => onWrite({ [name]: typed })}
    />
  );
}

function Period({ draft, onWrite }: Props) {
  const { interval, subscription } = useTexts().texts;
  const count = countOf(draft) ?? 1;
  return (
    <label className="field">
      {subscription.period}
      <select
        name="unit"
        value={draft.unit}
        onChange={({ target }) => {
          const unit = units.find((one) => one === target.value);
          if (unit) onWrite({ unit });
        }}
      >
        {units.map((unit) => (
          <option key={unit} value={unit}>
            {interval.period({ unit, count })}
          </option>
        ))}
      </select>
    </label>
  );
}
