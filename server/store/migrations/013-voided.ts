import { type Kysely, sql } from 'kysely';

/** What a step of a history is called that was stored before this migration: then `released` was another step than it is now. */
export function renamed(event: string): string {
  const names: Readonly<Record<string, string>> = { released: 'voided', given_back: 'released' };
  return names[event] ?? event;
}

/**
 * An order that holds nothing any more is `voided`, and a reservation that was let go is `released`, as the books call it. One
 * statement sees each step once, as it was; the transaction that notes the migration keeps it from running twice, or half.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    update payment_history
    set event = case event when 'released' then ${renamed('released')} else ${renamed('given_back')} end
    where event in ('released', 'given_back')
  `.execute(db);
}
