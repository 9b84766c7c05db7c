// `npm run restore`: puts a backup in the place of the database, while the server is stopped.

import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pepperFileOf } from '../access/secrets/settle-pepper.ts';
import { tell } from '../audit/act.ts';
import { sayOf } from '../audit/verdict.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { restoreWords } from '../backup/restore-words.ts';
import { tillsOf } from '../core/tills.ts';
import { shopDays } from '../reconciliation/shop-days.ts';
import { migrations } from '../store/all-migrations.ts';
import { databaseOf } from '../store/database-of.ts';
import { actHere, readConfig, runCommand, say, Usage } from './command.ts';

const usage = `npm run restore -- <file> [--without-pepper]
Puts a backup in the place of the database. The server has to be stopped. What was there is kept under another name.
--without-pepper also puts back one whose pepper is lost: all PINs are lost then.`;

const known = Object.keys(migrations);

await runCommand(async () => {
  const options = { 'without-pepper': { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [named, ...more] = positionals;
  if (named === undefined || named === '' || more.length > 0) throw new Usage(usage);
  const config = readConfig();
  const { file: database, belongsTo } = databaseOf(config);
  if (database === ':memory:') throw new Usage('A database in memory cannot be replaced.');
  const [backup, file] = [resolve(named), resolve(database)];
  const nowMs = Date.now();
  const restored = await restoreBackup({
    backup,
    file,
    belongsTo,
    pepperFile: () => pepperFileOf(config, file),
    withoutPepper: values['without-pepper'],
    known,
    atMs: nowMs,
    tell: (replaced) => {
      const detail = replaced === null ? {} : { replaced };
      return tell(actHere('backup_restored', nowMs), { shop: null, about: basename(backup), detail });
    },
  });
  const day = shopDays(tillsOf(config.tills)).of(config.tills[0]?.shop ?? '');
  for (const line of restoreWords({ ...restored, file, backup, known, nowMs, day })) say(line);
  const { audit } = restored.contents;
  if (audit !== null && audit.fault !== null)
    console.error(`${sayOf(audit, null)} It was put back as it is.`);
});
