import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import type { ShopSettings } from '../../server/contract/settings.ts';
import { failureOf } from '../ui/api/api.ts';
import { neededContext } from '../ui/base/needed-context.ts';
import { useProof } from '../ui/proof/proof.ts';
import {
  afterSaving,
  type Draft,
  type Drafts,
  failed,
  type SavedStatus,
  saving,
  statusOf,
  typing,
  withDraft,
} from './drafts.ts';
import type { Room } from './use-room.ts';
import { settingsKey } from './use-settings.ts';

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

/** `useSaving` throws outside a SavingProvider. */
export const [SavingContext, useSaving] = neededContext<Saving>('SavingProvider');

type Props = { readonly settings: ShopSettings; readonly room: Room; readonly children: ReactNode };

/** Keeps what is not saved yet, and saves it. */
export function SavingProvider({ settings, room, children }: Props) {
  const client = useQueryClient();
  const proved = useProof();
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  const [saved, setSaved] = useState<{ how: 'saved' | 'shown'; room: Room } | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const queryKey = settingsKey(settings.shop);
  const put = (field: string, draft: Draft | null) => setDrafts((now) => withDraft(now, field, draft));

  const save: Saving['save'] = (field, typed, act, isOnScreens = false) => {
    const sent = saving(typed);
    put(field, sent);
    setSaved(null);
    const end = (draft: Draft | null) => setDrafts((now) => afterSaving(now, field, sent, draft));
    const done = last.current.then(async () => {
      try {
        const answer = await proved(() => act(client.getQueryData<ShopSettings>(queryKey) ?? settings));
        // An answer from before must not show what was.
        await client.cancelQueries({ queryKey });
        client.setQueryData(queryKey, answer);
        end(null);
        setSaved({ how: isOnScreens ? 'shown' : 'saved', room });
        return true;
      } catch (error) {
        end(failed(typed, failureOf(error)));
        return false;
      }
    });
    last.current = done;
    return done;
  };

  const value: Saving = {
    settings,
    drafts,
    // Of what was saved in another room, nobody sees any more what it was.
    status: statusOf(drafts, saved?.room === room ? saved.how : 'none'),
    write: (field, typed) => put(field, typing(typed)),
    forget: (field) => put(field, null),
    refuse: (field, typed) => put(field, failed(typed, null)),
    save,
  };
  return <SavingContext value={value}>{children}</SavingContext>;
}
