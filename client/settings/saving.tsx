import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useRef, useState } from 'react';
import type { ShopSettings } from '../../server/contract/settings.ts';
import { failureOf } from '../ui/api/api.ts';
import { useProof } from '../ui/proof/proof.ts';
import { afterSaving, type Draft, type Drafts, failed, saving, typing, withDraft } from './drafts.ts';
import { settingsKey } from './use-settings.ts';

/** How the last thing stands that was saved; `shown` is saved, and seen on screens. */
export type SavedStatus = 'none' | 'saving' | 'saved' | 'shown' | 'failed';

export type Saving = {
  /** What counts. */
  readonly settings: ShopSettings;
  readonly drafts: Drafts;
  readonly status: SavedStatus;
  readonly write: (field: string, typed: unknown) => void;
  /** What counts is shown again. */
  readonly forget: (field: string) => void;
  /** Says that what was typed cannot be. */
  readonly refuse: (field: string, typed: unknown) => void;
  /**
   * Saves one thing after the other, in order.
   * @param act is given what counts by then. @returns whether it is saved.
   */
  readonly save: (
    field: string,
    typed: unknown,
    act: (now: ShopSettings) => Promise<ShopSettings>,
    isOnScreens?: boolean,
  ) => Promise<boolean>;
};

const SavingContext = createContext<Saving | null>(null);

/** Throws outside a SavingProvider. */
export function useSaving(): Saving {
  const saving = use(SavingContext);
  if (!saving) throw new Error('useSaving needs a SavingProvider');
  return saving;
}

type Props = { readonly settings: ShopSettings; readonly children: ReactNode };

/** Keeps what is not saved yet, and saves it. */
export function SavingProvider({ settings, children }: Props) {
  const client = useQueryClient();
  const proved = useProof();
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  const [status, setStatus] = useState<SavedStatus>('none');
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const queryKey = settingsKey(settings.shop);
  const put = (field: string, draft: Draft | null) => setDrafts((now) => withDraft(now, field, draft));
  const write = (field: string, typed: unknown) => {
    setStatus('none');
    put(field, typing(typed));
  };

  const save: Saving['save'] = (field, typed, act, isOnScreens = false) => {
    const sent = saving(typed);
    put(field, sent);
    setStatus('saving');
    const end = (draft: Draft | null, how: SavedStatus) => {
      setDrafts((now) => afterSaving(now, field, sent, draft));
      setStatus(how);
    };
    const done = last.current.then(async () => {
      try {
        const answer = await proved(() => act(client.getQueryData<ShopSettings>(queryKey) ?? settings));
        // An answer from before must not show what was.
        await client.cancelQueries({ queryKey });
        client.setQueryData(queryKey, answer);
        end(null, isOnScreens ? 'shown' : 'saved');
        return true;
      } catch (error) {
        end(failed(typed, failureOf(error)), 'failed');
        return false;
      }
    });
    last.current = done;
    return done;
  };

  const refuse = (field: string, typed: unknown) => {
    put(field, failed(typed, null));
    setStatus('failed');
  };
  const forget = (field: string) => {
    put(field, null);
    setStatus('none');
  };
  return (
    <SavingContext value={{ settings, drafts, status, write, forget, refuse, save }}>
      {children}
    </SavingContext>
  );
}
