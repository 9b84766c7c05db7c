import { useId } from 'react';
import { changeSettings } from '../api.ts';
import { describedBy, Row } from './row.tsx';
import { useField } from './use-field.ts';

type Props = {
  readonly name: 'printsSlip';
  readonly texts: { readonly label: string; readonly hint: string };
  readonly saved: boolean;
  readonly setBy: string | undefined;
};

/** Something that is on or off, and saved with the tap. */
export function SwitchRow({ name, texts, saved, setBy }: Props) {
  const id = useId();
  const field = useField(name, saved, '');
  const set = (on: boolean) => void field.save(on, ({ shop }) => changeSettings(shop, { [name]: on }));
  return (
    <Row id={id} {...texts} setBy={setBy} field={field} onSave={() => set(field.value)} isSmall>
      <button
        type="button"
        className="switch"
        role="switch"
        aria-checked={field.value}
        disabled={setBy !== undefined}
        {...describedBy(id, field.trouble)}
        onClick={() => set(!field.value)}
      />
    </Row>
  );
}
