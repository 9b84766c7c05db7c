import { type FormEvent, useState } from 'react';
import { LabelledField } from '../../ui/parts/labelled-field.tsx';
import { addTill } from '../api.ts';
import { lineOf } from '../fields/setting-text.ts';
import { useField } from '../fields/use-field.ts';
import { useSaving } from '../saving.tsx';
import { useSettingsTexts } from '../settings-texts.ts';
import { canBeId, nextId } from './new-till.ts';

type Typed = { readonly name: string; readonly id: string };

/** A form for one more till, which sells as the first one does. */
export function AddTill({ onDone }: { readonly onDone: (said: string) => void }) {
  const { access, settings } = useSettingsTexts();
  const texts = settings.tills;
  const { tills } = useSaving().settings;
  const none = { name: '', id: nextId(tills.map(({ id }) => id)) };
  const [wrong, setWrong] = useState('');
  const field = useField<Typed>('new till', none, wrong, { wrong_state: texts.idTaken });
  const typed = field.value;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const name = lineOf(typed.name, 60);
    const id = typed.id.trim();
    setWrong(name ? texts.idWrong : texts.nameWrong);
    if (!name || !canBeId(id)) return field.refuse(typed);
    if (await field.save(typed, ({ shop }) => addTill(shop, { id, name }))) onDone(texts.added(name));
  };
  return (
    <form className="add group" onSubmit={(event) => void submit(event)}>
      <h3>{texts.add}</h3>
      <LabelledField
        label={texts.name(typed.id)}
        value={typed.name}
        autoComplete="off"
        maxLength={60}
        onType={(name) => field.write({ ...typed, name })}
      />
      <LabelledField
        label={texts.id}
        value={typed.id}
        autoComplete="off"
        maxLength={24}
        aria-describedby="id-hint"
        onType={(id) => field.write({ ...typed, id })}
      />
      <p className="soft" id="id-hint">
        {texts.idHint} {tills[0] && texts.like(tills[0].name)}
      </p>
      <div role="alert">{field.trouble && <p className="warning">{field.trouble}</p>}</div>
      <button type="submit" className="filled" disabled={field.isSaving}>
        {field.isSaving ? access.working : texts.addButton}
      </button>
    </form>
  );
}
