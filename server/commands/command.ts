// What the commands share: the server's own configuration, its database, and how they end.
import { userInfo } from 'node:os';
import { keepApart } from '../access/demo/screens.ts';
import { type Act, actOfCommand } from '../audit/act.ts';
import { BackupFailed } from '../backup/errors.ts';
import { keptWords, openingOf } from '../backup/open-with-copies.ts';
import { type Config, ConfigError } from '../config/config.ts';
import { readSettings } from '../config/settings.ts';
import type { AuditKind } from '../contract/audit.ts';
import { type Clock, openClock } from '../core/clock.ts';
import { Refusal } from '../core/refusal.ts';
import { StoreUnavailable } from '../core/store-unavailable.ts';
import { shopsOf } from '../core/tills.ts';
import { StoreUnusable } from '../store/errors.ts';
import { openBeside } from '../store/sqlite/open-beside-server.ts';
import type { Database } from '../store/sqlite/sqlite.ts';

/** Called in a way that the command does not know; the message is how to call it. */
export class Usage extends Error {
  override readonly name = 'Usage';
}

export type Opened = { config: Config; store: Database; clock: Clock };

/** What may not be meant so goes to standard error: standard output may be read by a program. */
export function readConfig(): Config {
  const { config, warnings } = readSettings(process.env, '.');
  for (const warning of warnings) console.error(`Warning: ${warning}`);
  return config;
}

/** Runs on the database that the server uses, whether or not it is running. */
export async function withDatabase(work: (opened: Opened) => Promise<void>): Promise<void> {
  const config = readConfig();
  const { file, options } = openingOf(config, (copy) => console.error(keptWords(copy)));
  const store = await openBeside(file, options);
  try {
    const clock = await openClock(store.anchorClock);
    await keepApart(store.access, clock.nowMs(), config.environment === 'demo');
    await work({ config, store, clock });
  } finally {
    await store.close();
  }
}

/** What the user does who runs this command. */
export const actHere = (kind: AuditKind, atMs: number): Act => actOfCommand(kind, userInfo(), atMs);

/** The shop that an option names; null when it names none. @throws Usage for one that has no till. */
export function shopNamed(shop: string | undefined, { tills }: Config): string | null {
  const shops = shopsOf(tills);
  if (shop === undefined || shops.includes(shop)) return shop ?? null;
  throw new Usage(`There is no shop ${shop}; there is ${shops.join(', ')}.`);
}

/** What is wrong is for people: a sentence, no stack. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const known = [Usage, Refusal, ConfigError, StoreUnavailable, StoreUnusable, BackupFailed];
    const isKnown = known.some((kind) => error instanceof kind) || (error as NodeJS.ErrnoException).code;
    console.error(error instanceof Error && isKnown ? error.message : error);
    process.exitCode = 1;
  }
}

export const say = (line: string) => process.stdout.write(`${line}\n`);
