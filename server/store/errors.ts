// Why a database does not serve, in words that hold for any database.

/** Something with this key is there already, in the words of SQLite and of PostgreSQL. */
export const isUniqueViolation = (error: unknown) =>
  error instanceof Error && /unique constraint/i.test(error.message);

/** No server can start on this database. The message is for people: which file, and what to do about it. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
}

/** What to do about a database that is damaged. @param newest the newest backup; null where none is known. */
export const putBackWords = (newest: string | null) =>
  newest === null
    ? 'put the newest backup in its place with: npm run restore -- <file of the backup>'
    : `put the newest backup in its place with: npm run restore -- ${newest}`;
