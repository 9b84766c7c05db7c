import type { Failure } from '../../ui/api/api.ts';
import { type Saving, useSaving } from '../saving.tsx';
import { useSettingsTexts } from '../settings-texts.ts';

export type FieldState<T> = {
  /** What is shown: what was typed or chosen last, otherwise what counts. */
  readonly value: T;
  readonly isDraft: boolean;
  readonly isSaving: boolean;
  /** Why it is not saved; null while nothing is wrong. */
  readonly trouble: string | null;
  /** Whether the same may be saved if it is tried once more. */
  readonly canRetry: boolean;
  readonly write: (typed: T) => void;
  readonly refuse: (typed: T) => void;
  readonly forget: () => void;
  readonly save: (typed: T, act: Parameters<Saving['save']>[2], isOnScreens?: boolean) => Promise<boolean>;
};

type Meanings = Partial<Record<Failure, string>>;

/**
 * One thing that can be changed.
 * @param saved what counts. @param wrong what is said of something that cannot be. @param meanings what else a failure means here.
 */
export function useField<T>(field: string, saved: T, wrong: string, meanings: Meanings = {}): FieldState<T> {
  const { access, settings } = useSettingsTexts();
  const { drafts, write, refuse, forget, save } = useSaving();
  const draft = drafts.get(field);
  const says: Meanings = { invalid_request: wrong, wrong_state: settings.setByMeanwhile, ...meanings };
  const trouble = draft?.failure ? (says[draft.failure] ?? access.errors[draft.failure]) : wrong;
  return {
    value: draft ? (draft.typed as T) : saved,
    isDraft: draft !== undefined,
    isSaving: draft?.step === 'saving',
    trouble: draft?.step === 'failed' ? trouble : null,
    canRetry: draft?.failure != null && draft.failure !== 'invalid_request',
    write: (typed) => write(field, typed),
    refuse: (typed) => refuse(field, typed),
    forget: () => forget(field),
    save: (typed, act, isOnScreens) => save(field, typed, act, isOnScreens),
  };
}
