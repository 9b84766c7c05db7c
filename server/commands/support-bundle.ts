// `npm run support-bundle`: one file for support, without any secret.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { platform, release, uptime } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tell } from '../audit/act.ts';
import { timeInName } from '../core/clock.ts';
import { databaseOf } from '../store/database-of.ts';
import { createBundle } from '../support/bundle.ts';
import { lastLines } from '../support/last-lines.ts';
import { readDatabase } from '../support/read-database.ts';
import { actHere, readConfig, runCommand, say, Usage, withDatabase } from './command.ts';

const usage = 'npm run support-bundle -- [<file to write>] [--log <file with the log of the server>]';
const lines = 2_000;

function about() {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const { arch, version: node } = process;
  return { version, node, platform: `${platform()} ${release()} ${arch}`, upSeconds: Math.round(uptime()) };
}

/** For the owner's eyes only, and never over a file that is there. */
function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Usage(`There is a file ${file} already; it is left as it is.`);
  }
}

/** A database that cannot be written is no reason to go without the bundle: then it is needed most. */
async function putOnRecord(databaseFile: string): Promise<void> {
  if (!existsSync(databaseFile)) return;
  try {
    await withDatabase(async ({ store, clock }) => {
      const told = tell(actHere('support_bundle', clock.nowMs()), { shop: null, about: '' });
      if (told) await store.audit.append(told);
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    console.error(`That this was made is not in the audit log: ${why}`);
  }
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { log: { type: 'string' } },
    allowPositionals: true,
  });
  if (positionals.length > 1) throw new Usage(usage);
  const config = readConfig();
  const nowMs = Date.now();
  const file = resolve(positionals[0] ?? `tillside-support-${timeInName(nowMs)}.json`);
  const log = values.log === undefined ? null : lastLines(values.log, lines);
  const { file: databaseFile } = databaseOf(config);
  await putOnRecord(databaseFile);
  const database = await readDatabase(databaseFile);
  write(file, createBundle({ nowMs, about: about(), config, database, log }));
  const also = log === null ? '' : ', and the end of the log';
  say(
    `${file} holds the version, the settings, the state of the database, and the last payments with their history${also}, without credentials, PINs, tokens or QR codes.`,
  );
});
