import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { SettingChanges } from '../../../server/contract/settings.ts';
import { changeSettings } from '../api.ts';
import { describedBy, Row } from './row.tsx';
import { useField } from './use-field.ts';

/** With the arrow keys people pass by others on the way to what they want. */
const settleMs = 800;

type Props = {
  readonly name: 'timeZone' | 'dayEndsAt';
  readonly texts: { readonly label: string; readonly hint: string };
  readonly saved: string;
  readonly changes: (chosen: string) => SettingChanges;
  readonly setBy: string | undefined;
  /** The options. */
  readonly children: ReactNode;
};

/** One of many: saved once the choice rests, or the field is left. */
export function SelectRow({ name, texts, saved, changes, setBy, children }: Props) {
  const id = useId();
  const field = useField(name, saved, '');
  const { value, isDraft, isSaving, trouble } = field;
  const isResting = isDraft && !isSaving && trouble === null;
  const save = () => {
    if (value === saved) field.forget();
    else void field.save(value, ({ shop }) => changeSettings(shop, changes(value)));
  };
  const saveNow = useRef(save);
  saveNow.current = save;
  useEffect(() => {
    if (!isResting || value === saved) return;
    const timer = setTimeout(() => saveNow.current(), settleMs);
    return () => clearTimeout(timer);
  }, [isResting, value, saved]);
  return (
    <Row id={id} {...texts} setBy={setBy} field={field} onSave={save} isOne>
      <select
        id={id}
        value={value}
        disabled={setBy !== undefined}
        {...describedBy(id, trouble)}
        onBlur={() => isResting && save()}
        onChange={({ target }) => field.write(target.value)}
      >
        {children}
      </select>
    </Row>
  );
}
