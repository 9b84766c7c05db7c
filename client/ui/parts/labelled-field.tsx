import type { InputHTMLAttributes, Ref } from 'react';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & {
  readonly label: string;
  readonly field?: Ref<HTMLInputElement>;
  readonly onType: (typed: string) => void;
};

/** A field with its label above it. */
export function LabelledField({ label, field, onType, ...rest }: Props) {
  return (
    <label className="field">
      {label}
      <input ref={field} {...rest} onChange={(event) => onType(event.target.value)} />
    </label>
  );
}

/** A field for the PIN of who is signed in, or of a manager who approves. To a browser it is a code for once, which it neither fills in nor offers to keep. */
export function OwnPinField(props: Omit<Props, 'autoComplete'>) {
  return (
    <LabelledField
      type="password"
      inputMode="numeric"
      maxLength={20}
      autoComplete="one-time-code"
      {...props}
    />
  );
}

/** A field for a PIN. `autoComplete` tells a password manager whether it is an old or a new one. */
export function PinField(props: Props & { autoComplete: 'current-password' | 'new-password' }) {
  return <LabelledField type="password" inputMode="numeric" maxLength={20} {...props} />;
}
