// A database belongs to one environment: test sales are no real ones, and neither is asked about at the other's Vipps.
import type { DatabaseSync } from 'node:sqlite';
import { StoreUnusable } from './errors.ts';

export type Belonging = {
  environment: 'demo' | 'test' | 'production';
  /** The sales units that the server is set up for: they are other ones in every environment. */
  msns: readonly string[];
};

function columnsOf(database: DatabaseSync, table: string): unknown[] {
  return database
    .prepare('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map((column) => column['name']);
}

/** null: nobody has said yet. */
export function environmentOf(database: DatabaseSync): string | null {
  if (columnsOf(database, 'environment').length === 0) return null;
  const name = database.prepare('SELECT name FROM environment').get()?.['name'];
  return typeof name === 'string' ? name : null;
}

/** The sales unit that sold last, as far as that is stored; null where it is not. */
function lastMsn(database: DatabaseSync): string | null {
  if (!columnsOf(database, 'payments').includes('msn')) return null;
  const newest = "SELECT msn FROM payments WHERE msn <> '' ORDER BY sequence DESC LIMIT 1";
  const msn = database.prepare(newest).get()?.['msn'];
  return typeof msn === 'string' ? msn : null;
}

/** Whose it is instead: of an environment, or of the sales unit that has made its last sale; null when it is ours, or nobody's. */
export function othersIn(
  database: DatabaseSync,
  { environment, msns }: Belonging,
): { environment: string } | { msn: string } | null {
  const said = environmentOf(database);
  if (said !== null) return said === environment ? null : { environment: said };
  const msn = lastMsn(database);
  return msn === null || msns.includes(msn) ? null : { msn };
}

/** Reads only. @throws StoreUnusable for a database of another environment, or one whose sales another sales unit has made. */
export function refuseOthers(database: DatabaseSync, file: string, belongsTo: Belonging): void {
  const others = othersIn(database, belongsTo);
  if (others === null) return;
  const { environment } = belongsTo;
  if ('environment' in others) {
    const what = `The database ${file} belongs to VIPPS_ENVIRONMENT=${others.environment}, and this server is set up for ${environment}.`;
    throw new StoreUnusable(`${what} It has been left as it is: set DATABASE_URL to another file.`);
  }
  const what = `The database ${file} holds sales of the sales unit ${others.msn}, which this server (${environment}) is not set up for.`;
  const instead = 'set VIPPS_ENVIRONMENT and VIPPS_MSN to what made them, or DATABASE_URL to another file.';
  throw new StoreUnusable(`${what} It has been left as it is: ${instead}`);
}

/** From here on it is of this environment, unless it is of one already. */
export function claimFor(database: DatabaseSync, environment: Belonging['environment']): void {
  if (environmentOf(database) !== null) return;
  database.prepare('INSERT INTO environment (name) VALUES (?)').run(environment);
}
