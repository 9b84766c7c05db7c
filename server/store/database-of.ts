// Which file a server, or a command beside it, keeps its data in, and whose sales may be in it.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Belonging, environmentOf } from './environment.ts';

type Settings = {
  databaseFile: string;
  databaseIsNamed: boolean;
  environment: Belonging['environment'];
  shops: readonly { credentials: { merchantSerialNumber: string } }[];
  salesUnits: ReadonlyMap<string, { msn: string }>;
};

/** Test and production had a file of this name in common, where none was set. */
const earlierName = 'tillside.db';

/** That file goes on being used by the environment that has it, and by the first that opens it while nobody has. */
function fileOf({ databaseFile, databaseIsNamed, environment }: Settings): string {
  const earlier = join(dirname(databaseFile), earlierName);
  const isSettled = databaseIsNamed || environment === 'demo' || existsSync(databaseFile);
  if (isSettled || !existsSync(earlier)) return databaseFile;
  const database = new DatabaseSync(earlier, { readOnly: true });
  try {
    const said = environmentOf(database);
    return said === null || said === environment ? earlier : databaseFile;
  } catch {
    // Whatever is wrong with it, it is said when it is opened.
    return earlier;
  } finally {
    database.close();
  }
}

export function databaseOf(settings: Settings): { file: string; belongsTo: Belonging } {
  const { environment, shops, salesUnits } = settings;
  const ofShops = shops.map(({ credentials }) => credentials.merchantSerialNumber);
  const msns = [...ofShops, ...[...salesUnits.values()].map(({ msn }) => msn)];
  return { file: fileOf(settings), belongsTo: { environment, msns } };
}
