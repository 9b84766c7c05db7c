import { type ChangeEvent, useId, useRef } from 'react';
import type { PictureName } from '../../../server/contract/settings.ts';
import { putPicture, removePicture } from '../api.ts';
import { useSaving } from '../saving.tsx';
import { useSettingsTexts } from '../settings-texts.ts';
import { describedBy, Row } from './row.tsx';
import { base64Of, shrinkPicture } from './shrink-picture.ts';
import { useField } from './use-field.ts';

/** A logo is drawn small on every screen; an idle picture fills a large one. */
const longestPx: Readonly<Record<PictureName, number>> = { logo: 512, picture: 2560 };
const accepted = 'image/png,image/jpeg,image/webp';

/** The shop's logo or idle picture: another one, or none. */
export function PictureRow({ name }: { readonly name: PictureName }) {
  const texts = useSettingsTexts().settings;
  const id = useId();
  const { settings } = useSaving();
  const input = useRef<HTMLInputElement>(null);
  const field = useField<string>(name, '', texts.notPicture);
  const src = settings[name];
  const setBy = settings.setBy[name];
  const isOff = setBy !== undefined || field.isSaving;

  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    // The same file can be chosen again.
    target.value = '';
    if (!file) return;
    const data = await shrinkPicture(file, longestPx[name])
      .then(base64Of)
      .catch(() => null);
    if (data === null) return field.refuse('');
    void field.save(data, ({ shop }) => putPicture(shop, name, data), true);
  };
  const remove = () => void field.save('', ({ shop }) => removePicture(shop, name), true);
  const again = () => {
    const data = field.value;
    if (data === '') remove();
    else void field.save(data, ({ shop }) => putPicture(shop, name, data), true);
  };
  return (
    <Row id={id} {...texts[name]} setBy={setBy} field={field} onSave={again}>
      <div className="picture-choice">
        {src !== null && <img src={src} alt="" />}
        <input ref={input} type="file" hidden accept={accepted} onChange={(event) => void choose(event)} />
        <button
          type="button"
          className="filled-soft"
          disabled={isOff}
          aria-describedby={describedBy(id, field.trouble)['aria-labelledby']}
          onClick={() => input.current?.click()}
        >
          {src === null ? texts.choosePicture : texts.changePicture}
        </button>
        {src !== null && (
          <button
            type="button"
            className="bare"
            disabled={isOff}
            aria-describedby={`${id}-name`}
            onClick={remove}
          >
            {texts.removePicture}
          </button>
        )}
      </div>
    </Row>
  );
}
