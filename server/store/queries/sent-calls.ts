// The calls that change an order at Vipps, written down before they are sent.
import type { Kysely } from 'kysely';
import type { SentCall, Store } from '../store.ts';
import type { Tables } from '../tables.ts';

const toSent = ({ intent, is_answered, at }: Tables['sent_calls']): SentCall => ({
  intent,
  isAnswered: is_answered === 1,
  atMs: at,
});

type SentCalls = Pick<Store, 'readSent' | 'addSent' | 'answerSent'>;

export function createSentCalls(db: Kysely<Tables>): SentCalls {
  const rowsOf = (trx: Kysely<Tables>, reference: string, call: Tables['sent_calls']['call']) =>
    trx
      .selectFrom('sent_calls')
      .selectAll()
      .where('reference', '=', reference)
      .where('call', '=', call)
      .orderBy('sequence')
      .execute();

  return {
    readSent: async (reference, call) => (await rowsOf(db, reference, call)).map(toSent),

    async addSent(reference, call, { intent, atMs }, forgetBeforeMs) {
      await db.transaction().execute(async (trx) => {
        const rows = await rowsOf(trx, reference, call);
        const sequence = (rows.at(-1)?.sequence ?? 0) + 1;
        const row = { reference, call, sequence, intent, is_answered: 0, at: atMs } as const;
        await trx.insertInto('sent_calls').values(row).execute();
        const old = rows.filter((one) => one.at < forgetBeforeMs && (one.intent === null || intent !== null));
        if (old.length === 0) return;
        await trx
          .deleteFrom('sent_calls')
          .where('reference', '=', reference)
          .where('call', '=', call)
          .where(
            'sequence',
            'in',
            old.map((one) => one.sequence),
          )
          .execute();
      });
    },

    async answerSent(reference, call) {
      await db
        .updateTable('sent_calls')
        .set({ is_answered: 1 })
        .where('reference', '=', reference)
        .where('call', '=', call)
        .execute();
    },
  };
}
