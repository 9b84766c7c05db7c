import { languageNames } from '../../ui/texts/languages.ts';
import { changeSettings } from '../api.ts';
import { PictureRow } from '../fields/picture-row.tsx';
import { linesOf } from '../fields/setting-text.ts';
import { TypedRow } from '../fields/typed-row.tsx';
import { useSaving } from '../saving.tsx';
import { useSettingsTexts } from '../settings-texts.ts';
import { spokenLanguages } from './language-list.ts';
import { LanguageRows } from './language-rows.tsx';

/** What customers see, above all while nobody pays. */
export function ScreenRoom() {
  const texts = useSettingsTexts().settings;
  const { values, setBy, tills } = useSaving().settings;
  const spoken = spokenLanguages(values.languages, tills[0]?.locale ?? 'en');
  const { label, hint, wrong } = texts.idleText;
  return (
    <>
      <div className="group">
        <LanguageRows spoken={spoken} setBy={setBy['languages']} />
      </div>
      <div className="group">
        <PictureRow name="picture" />
        {spoken.map((language, index) => (
          <TypedRow
            key={language}
            name={`idleText.${language}`}
            texts={{ label: `${label}, ${languageNames[language]}`, hint: index === 0 ? hint : '', wrong }}
            saved={values.idleText[language] ?? ''}
            read={linesOf}
            act={(typed, { shop, values: { idleText } }) =>
              changeSettings(shop, { idleText: { ...idleText, [language]: typed } })
            }
            setBy={setBy['idleText']}
            isOnScreens
            lines={2}
            lang={language}
          />
        ))}
      </div>
    </>
  );
}
