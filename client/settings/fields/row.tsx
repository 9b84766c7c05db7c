import type { ReactNode } from 'react';
import { Drawing } from '../drawing.tsx';
import { useSettingsTexts } from '../settings-texts.ts';
import type { FieldState } from './use-field.ts';

type Props = {
  /** Names the parts of the row. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** The variable of the server's configuration that decides; nothing can be changed then. */
  readonly setBy: string | undefined;
  readonly field: Pick<FieldState<unknown>, 'trouble' | 'canRetry' | 'forget'>;
  /** Tries once more what was typed. */
  readonly onSave: () => void;
  /** Whether `label` is that of a single control, which is called `id`. */
  readonly isOne?: boolean;
  /** Whether the control has room beside its name on a phone, too. */
  readonly isSmall?: boolean;
  readonly children: ReactNode;
};

/** What is set on the left, and on the right what it is; below it what is wrong with that. */
export function Row({ id, label, hint, setBy, field, onSave, isOne = false, isSmall, children }: Props) {
  const { settings } = useSettingsTexts();
  const Name = isOne ? 'label' : 'span';
  return (
    <div className="row" data-set={setBy ? '' : undefined} data-small={isSmall ? '' : undefined}>
      <div className="about">
        <Name id={`${id}-name`} {...(isOne ? { htmlFor: id } : {})}>
          {label}
        </Name>
        <small id={`${id}-hint`}>{setBy ? settings.setBy(setBy) : hint}</small>
      </div>
      <div className="control">
        {children}
        {setBy && <Drawing name="lock" />}
      </div>
      <div role="alert" className="trouble">
        {field.trouble && (
          <>
            <p id={`${id}-trouble`}>{field.trouble}</p>
            <div>
              {field.canRetry && (
                <button type="button" className="quiet" onClick={onSave}>
                  {settings.save}
                </button>
              )}
              <button type="button" className="quiet" onClick={field.forget}>
                {settings.undo}
              </button>
            </div>
          </>
        )}
      </div>
    </div>
  );
}

/** For the control of a row: what it is called and what is said of it. */
export function describedBy(id: string, trouble: string | null) {
  return {
    'aria-labelledby': `${id}-name`,
    'aria-describedby': trouble === null ? `${id}-hint` : `${id}-hint ${id}-trouble`,
  };
}
