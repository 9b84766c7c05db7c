import type { Turn } from './turns.ts';

/** So many rows are read and understood in about 5 ms. */
export const pageRows = 500;

/** Rows a page at a time, each in a turn of the event loop of its own. @param read gives up to `pageRows` of those that follow. */
export async function* inPages<Row>(
  turn: Turn,
  read: (after: Row | null) => Promise<Row[]>,
): AsyncGenerator<Row[], void> {
  let page: Row[] = [];
  do {
    await turn();
    page = await read(page.at(-1) ?? null);
    yield page;
  } while (page.length === pageRows);
}

/** As `inPages`, all of them at once. */
export async function readAll<Row>(turn: Turn, read: (after: Row | null) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of inPages(turn, read)) rows.push(...page);
  return rows;
}
