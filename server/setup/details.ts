// What slips say of the shop. It is kept in the database, where managers go on changing it; only a variable that is there already stays one.
import { existsSync } from 'node:fs';
import type { Act } from '../audit/act.ts';
import { tell } from '../audit/act.ts';
import { openingOf } from '../backup/open-with-copies.ts';
import type { Config } from '../config/config.ts';
import type { SettingValues } from '../contract/settings.ts';
import { toStore, valuesOf } from '../settings/values.ts';
import { databaseOf } from '../store/database-of.ts';
import { openBeside } from '../store/sqlite/open-beside-server.ts';
import { settingsIn } from '../store/sqlite/settings-in.ts';

/** By the variable that decides where it is set: the setting. */
export const detailNames = { SHOP_NAME: 'name', ORG_NUMBER: 'orgNumber', SHOP_ADDRESS: 'address' } as const;
export type Details = Partial<Pick<SettingValues, 'name' | 'orgNumber' | 'address'>>;

/** The only shop; null where there are several. */
const onlyShop = ({ shops }: Config) => (shops.length === 1 ? (shops[0]?.id ?? null) : null);

/** What is set so far; null where there are several shops, of which each has its own. Nothing is written. */
export function readDetails(config: Config): Details | null {
  const shop = onlyShop(config);
  if (shop === null) return null;
  const { file } = databaseOf(config);
  if (!existsSync(file)) return {};
  const stored = settingsIn(file).filter((one) => one.shop === shop);
  const { name, orgNumber, address } = valuesOf(shop, config, stored);
  return { name, orgNumber, address };
}

/**
 * @param act puts it on record. @param onKept told of the copy of a database of an earlier version.
 * @throws StoreUnusable
 */
export async function storeDetails(
  config: Config,
  details: Details,
  act: Act,
  onKept: (copy: string) => void,
): Promise<void> {
  const shop = onlyShop(config);
  const before = readDetails(config);
  const said = Object.entries(details) as [keyof Details, string | null][];
  if (shop === null || said.every(([name, value]) => value === (before?.[name] ?? null))) return;
  const { file, options } = openingOf(config, onKept);
  const store = await openBeside(file, options);
  try {
    const values = toStore(details, config.setBy.get(shop) ?? {});
    const detail = Object.fromEntries(said.map(([name, value]) => [name, value ?? '']));
    await store.settings.putValues(shop, values, tell(act, { shop, about: '', detail }));
  } finally {
    await store.close();
  }
}
