import { useId } from 'react';
import { type Language, languageNames, languages } from '../../ui/texts/languages.ts';
import { changeSettings } from '../api.ts';
import { Chips } from '../fields/chips.tsx';
import { Row } from '../fields/row.tsx';
import { useField } from '../fields/use-field.ts';
import { useSettingsTexts } from '../settings-texts.ts';
import { toggled, withFirst } from './language-list.ts';

type Props = { readonly spoken: readonly Language[]; readonly setBy: string | undefined };

/** What customers can choose from, and what they see until they do. */
export function LanguageRows({ spoken, setBy }: Props) {
  const texts = useSettingsTexts().settings;
  const [all, first] = [useId(), useId()];
  const field = useField('languages', spoken, '');
  const chosen = field.value;
  const save = (list: readonly Language[]) =>
    void field.save(list, ({ shop }) => changeSettings(shop, { languages: [...list] }), true);
  const chip = (value: Language, label: string = languageNames[value]) => ({ value, label, lang: value });
  const numbered = (value: Language) => {
    const place = chosen.indexOf(value) + 1;
    return chip(value, place > 0 ? `${place} ${languageNames[value]}` : languageNames[value]);
  };
  const others = languages.filter((language) => !chosen.includes(language));
  const isFixed = (value: Language) => setBy !== undefined || (chosen.length === 1 && chosen[0] === value);
  return (
    <>
      <Row id={all} {...texts.languages} setBy={setBy} field={field} onSave={() => save(chosen)}>
        <Chips
          labelledBy={`${all}-name`}
          describedBy={`${all}-hint`}
          chips={[...chosen, ...others].map(numbered)}
          isPressed={(value) => chosen.includes(value)}
          disabled={isFixed}
          onPress={(value) => save(toggled(chosen, value))}
        />
      </Row>
      {chosen.length > 1 && (
        <Row
          id={first}
          {...texts.firstLanguage}
          setBy={setBy}
          field={{ trouble: null, canRetry: false, forget: field.forget }}
          onSave={field.forget}
        >
          <Chips
            labelledBy={`${first}-name`}
            describedBy={`${first}-hint`}
            // Where they stay: what was pressed does not move away under the finger.
            chips={languages.filter((language) => chosen.includes(language)).map((value) => chip(value))}
            isPressed={(value) => chosen[0] === value}
            disabled={() => setBy !== undefined}
            onPress={(value) => save(withFirst(chosen, value))}
          />
        </Row>
      )}
    </>
  );
}
