import { useEffect, useId, useRef, useState } from 'react';
import type { SettingValues } from '../../../server/contract/settings.ts';
import { changeSettings } from '../api.ts';
import { Chips } from '../fields/chips.tsx';
import { describedBy, Row } from '../fields/row.tsx';
import { useField } from '../fields/use-field.ts';
import { useSaving } from '../saving.tsx';
import { useSettingsTexts } from '../settings-texts.ts';

type Capture = SettingValues['capture'];

/** When money is taken. What waits for staff is captured with the change, so that is asked first. */
export function CaptureRow() {
  const texts = useSettingsTexts().settings.capture;
  const { values, setBy } = useSaving().settings;
  const id = useId();
  const [asks, ask] = useState(false);
  const field = useField<Capture>('capture', values.capture, '');
  const { value, trouble } = field;
  const save = (capture: Capture) => {
    ask(false);
    void field.save(capture, ({ shop }) => changeSettings(shop, { capture }));
  };
  const choose = (capture: Capture) => {
    if (capture === values.capture) field.forget();
    else if (capture === 'auto') ask(true);
    else save(capture);
  };
  return (
    <Row
      id={id}
      label={texts.label}
      hint={value === 'auto' ? texts.autoMeans : texts.manualMeans}
      setBy={setBy['capture']}
      field={field}
      onSave={() => save(value)}
    >
      <Chips
        labelledBy={`${id}-name`}
        describedBy={describedBy(id, trouble)['aria-describedby']}
        chips={(['auto', 'manual'] as const).map((one) => ({ value: one, label: texts[one] }))}
        isPressed={(one) => value === one}
        disabled={() => setBy['capture'] !== undefined || field.isSaving}
        onPress={choose}
      />
      {asks && <Question onYes={() => save('auto')} onNo={() => ask(false)} />}
    </Row>
  );
}

function Question({ onYes, onNo }: { readonly onYes: () => void; readonly onNo: () => void }) {
  const { proof, settings } = useSettingsTexts();
  const { question, yes } = settings.capture;
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question with two answers, not a set of fields
    <div className="question" role="group" aria-label={question}>
      <p>{question}</p>
      <div className="answers">
        <button type="button" className="quiet" ref={back} onClick={onNo}>
          {proof.back}
        </button>
        <button type="button" className="danger" onClick={onYes}>
          {yes}
        </button>
      </div>
    </div>
  );
}
