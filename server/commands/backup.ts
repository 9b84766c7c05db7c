// `npm run backup`: one file with all that the database holds, also while the server runs.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pepperFileOf } from '../access/secrets/settle-pepper.ts';
import { tell } from '../audit/act.ts';
import { sayOf } from '../audit/verdict.ts';
import { besideDatabase } from '../backup/before-upgrade.ts';
import { copyPepper } from '../backup/copy-pepper.ts';
import { type Made, makeBackup } from '../backup/make-backup.ts';
import type { Config } from '../config/config.ts';
import { authorityFileOf } from '../open-tls.ts';
import { migrations } from '../store/all-migrations.ts';
import { databaseOf } from '../store/database-of.ts';
import { actHere, readConfig, runCommand, say, Usage, withDatabase } from './command.ts';

const usage = `npm run backup -- [--to <folder>] [--with-pepper]
Without --to it goes where BACKUP_DIR says, else into the folder backups beside the database.
--with-pepper also copies the secret that PINs are stored with: who has both files can try PINs on them.`;

const known = Object.keys(migrations);

/** A database of another version is not brought up to date, nor written, for the sake of a backup. */
async function putOnRecord({ file, contents }: Made): Promise<void> {
  if (contents.migrations.join() !== known.join()) return;
  try {
    await withDatabase(async ({ store, clock }) => {
      const told = tell(actHere('backup_made', clock.nowMs()), { shop: null, about: file });
      if (told) await store.audit.append(told);
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    console.error(`That this was made is not in the audit log: ${why}`);
  }
}

/** What a machine needs besides, to go on from the backup. */
function sayWhatIsMissing(
  { brandingFolder }: Config,
  authorityFile: string | null,
  pepperFile: string | null,
  copied: string | null,
): void {
  if (copied !== null) {
    say(`${copied} is the pepper. Who has both files can try PINs on them: keep them in a safe place.`);
  } else if (pepperFile !== null) {
    say(
      `The pepper is not in it: without ${pepperFile} nobody can sign in. Keep one copy of that file, in another place than the backups.`,
    );
  }
  if (authorityFile !== null) {
    say(`Nor is the certificate authority: without ${authorityFile} every tablet has to trust another one.`);
  }
  const branding = brandingFolder === null ? '' : `, and the folder ${brandingFolder} (BRANDING)`;
  say(`Nor are the settings: the environment or .env, and the file that TILLS_FILE names${branding}.`);
}

await runCommand(async () => {
  const options = { to: { type: 'string' }, 'with-pepper': { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (positionals.length > 0 || values.to === '') throw new Usage(usage);
  const config = readConfig();
  const { environment } = config;
  const { file } = databaseOf(config);
  if (file === ':memory:') throw new Usage('A database in memory has no backup: set DATABASE_URL to a file.');
  const folder = resolve(values.to ?? config.backups.folder ?? besideDatabase(file));
  const isDefault = values.to === undefined && config.backups.folder === null;
  const made = await makeBackup({
    file,
    folder,
    mayMakeFolder: isDefault || values.to !== undefined,
    environment,
    atMs: Date.now(),
    why: { kind: 'asked' },
    how: 'whole',
  });
  const pepperFile = pepperFileOf(config, file);
  const copied = values['with-pepper'] ? copyPepper(pepperFile, made.file) : null;
  await putOnRecord(made);
  say(`${made.file} is the backup: ${made.contents.payments} payments, ${made.bytes} bytes, read through.`);
  sayWhatIsMissing(config, authorityFileOf(config, file), pepperFile, copied);
  if (made.contents.audit !== null && made.contents.audit.fault !== null) {
    console.error(`${sayOf(made.contents.audit, null)} It is in the backup as it is in the database.`);
    process.exitCode = 1;
  }
});
