// How what takes long is read beside everything else that a server does.
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import { createTurns, type Turn } from './turns.ts';

export type Reading = {
  turn: Turn;
  /** Lets all of `read` see the database as it is at one moment, whatever is written meanwhile. */
  snapshot<Result>(read: (db: Kysely<Tables>) => Promise<Result>): Promise<Result>;
};

/** Of a database with a single connection: what is to be written meanwhile waits, but nothing else does. */
export const onOneConnection = (db: Kysely<Tables>): Reading => ({
  turn: createTurns(),
  snapshot: (read) => db.transaction().execute(read),
});
