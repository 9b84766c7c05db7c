import { type KeyboardEvent, useId } from 'react';
import type { ShopSettings } from '../../../server/contract/settings.ts';
import { describedBy, Row } from './row.tsx';
import { useField } from './use-field.ts';

export type Typed = {
  /** Of the setting, or of a part of it. */
  readonly name: string;
  readonly texts: { readonly label: string; readonly hint: string; readonly wrong: string };
  /** What counts, as it is typed. */
  readonly saved: string;
  /** @returns what it says, as it is saved; null when it cannot be. */
  readonly read: (typed: string) => string | null;
  /** Saves it. @param typed as `read` returned it. @param now what counts by then. */
  readonly act: (typed: string, now: ShopSettings) => Promise<ShopSettings>;
  readonly setBy?: string | undefined;
  readonly isOnScreens?: boolean;
  readonly lines?: number;
  /** Stands behind what is typed, such as a currency. */
  readonly unit?: string;
  readonly inputMode?: 'decimal' | 'text';
  readonly lang?: string;
  /** What counts while nothing is typed. */
  readonly placeholder?: string | undefined;
};

/** Something that is typed: saved when the field is left or with Enter, and never before. */
export function TypedRow(props: Typed) {
  const { name, texts, saved, read, act, setBy, isOnScreens, lines = 1, unit } = props;
  const id = useId();
  const field = useField(name, saved, texts.wrong);
  const { value, trouble } = field;

  const save = () => {
    const typed = read(value);
    if (typed === null) return field.refuse(value);
    if (typed === saved) return field.forget();
    void field.save(value, (now) => act(typed, now), isOnScreens);
  };
  const leave = () => {
    // What has failed is tried again only when somebody says so.
    if (field.isDraft && trouble === null && !field.isSaving) save();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && field.isDraft && !field.isSaving) field.forget();
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (lines > 1 && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    if (field.isDraft && !field.isSaving) save();
  };
  const control = {
    id,
    value,
    disabled: setBy !== undefined,
    autoComplete: 'off',
    lang: props.lang,
    placeholder: props.placeholder,
    ...describedBy(id, trouble),
    'aria-invalid': trouble !== null,
    onBlur: leave,
    onKeyDown: press,
  };
  return (
    <Row id={id} {...texts} setBy={setBy} field={field} onSave={save} isOne>
      {lines > 1 ? (
        <textarea {...control} rows={lines} onChange={({ target }) => field.write(target.value)} />
      ) : (
        <input
          {...control}
          inputMode={props.inputMode}
          onChange={({ target }) => field.write(target.value)}
        />
      )}
      {unit && <span className="unit">{unit}</span>}
    </Row>
  );
}
