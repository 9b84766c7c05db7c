// Whose the payments are.
import { type Kysely, sql } from 'kysely';
import type { Store, Whose } from '../store.ts';
import type { Tables } from '../tables.ts';

type Shops = Pick<Store, 'adopt' | 'listShops'>;

/** As the index has it, which knows no parameters. */
const isOfNobody = sql<boolean>`shop = ''`;

async function adopt(trx: Kysely<Tables>, { shop, msn }: Whose, till: string | null): Promise<void> {
  const payments = trx.updateTable('payments').set({ shop, msn }).where(isOfNobody);
  const moved = trx.updateTable('money_movements').set({ shop }).where(isOfNobody);
  await (till === null ? payments : payments.where('till', '=', till)).execute();
  await (till === null ? moved : moved.where('till', '=', till)).execute();
}

async function isAnyOfNobody(trx: Kysely<Tables>): Promise<boolean> {
  const payment = trx.selectFrom('payments').select('reference').where(isOfNobody).limit(1);
  const moved = trx.selectFrom('money_movements').select('reference').where(isOfNobody).limit(1);
  return ((await payment.executeTakeFirst()) ?? (await moved.executeTakeFirst())) !== undefined;
}

export function createShops(db: Kysely<Tables>): Shops {
  return {
    async adopt(units, otherwise) {
      await db.transaction().execute(async (trx) => {
        // Each till would be asked for among all that it has ever sold.
        if (!(await isAnyOfNobody(trx))) return;
        for (const [till, unit] of units) await adopt(trx, unit, till);
        await adopt(trx, otherwise, null);
      });
    },

    async listShops() {
      // From one shop to the next along the index: there are few of them, and very many payments.
      const { rows } = await sql<{ shop: string }>`
        with recursive found (shop) as (
          select min(shop) from payments
          union all
          select (select min(shop) from payments where shop > found.shop) from found where found.shop is not null
        )
        select shop from found where shop is not null
      `.execute(db);
      return rows.map(({ shop }) => shop);
    },
  };
}
