import { changeSettings } from '../api.ts';
import { PictureRow } from '../fields/picture-row.tsx';
import { lineOf } from '../fields/setting-text.ts';
import { TypedRow } from '../fields/typed-row.tsx';
import { useSaving } from '../saving.tsx';
import { useSettingsTexts } from '../settings-texts.ts';

const lines = [
  { name: 'name', longest: 60, isOnScreens: true },
  { name: 'orgNumber', longest: 30, isOnScreens: false },
  { name: 'address', longest: 160, isOnScreens: false },
] as const;

/** Who sells, as customers read it. */
export function ShopRoom() {
  const texts = useSettingsTexts().settings;
  const { values, setBy, tills } = useSaving().settings;
  return (
    <div className="group">
      {lines.map(({ name, longest, isOnScreens }) => (
        <TypedRow
          key={name}
          name={name}
          texts={texts[name]}
          saved={values[name] ?? ''}
          read={(typed) => lineOf(typed, longest)}
          act={(typed, { shop }) => changeSettings(shop, { [name]: typed || null })}
          setBy={setBy[name]}
          isOnScreens={isOnScreens}
          placeholder={name === 'name' ? tills[0]?.name : undefined}
        />
      ))}
      <PictureRow name="logo" />
    </div>
  );
}
