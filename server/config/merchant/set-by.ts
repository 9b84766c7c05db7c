// Which settings of a shop the environment decides on. Pure.
import type { SettingName } from '../../contract/settings.ts';
import type { EnvReader } from '../env-reader.ts';
import { suffixOf } from './of-shop.ts';

/** By setting, and `tills` for the list of them: the name of the variable. */
export type SetBy = Readonly<Partial<Record<SettingName | 'tills', string>>>;

const ofShops = {
  name: 'SHOP_NAME',
  orgNumber: 'ORG_NUMBER',
  address: 'SHOP_ADDRESS',
  timeZone: 'TIME_ZONE',
  dayEndsAt: 'DAY_ENDS_AT',
} as const;

const ofAll = {
  capture: 'CAPTURE',
  cashierRefundLimit: 'CASHIER_REFUND_LIMIT',
  cashierRefundLimitPerDay: 'CASHIER_REFUND_LIMIT_PER_DAY',
  refundApprovalAbove: 'REFUND_APPROVAL_ABOVE',
  tills: 'TILLS_FILE',
} as const;

/** @returns by shop. */
export function readSetBy(read: EnvReader, shops: readonly string[]): Map<string, SetBy> {
  const isSet = ([, variable]: readonly [string, string]) => read.text(variable) !== undefined;
  const everywhere = Object.entries({ ...ofShops, ...ofAll }).filter(isSet);
  const setBy = shops.map((shop) => {
    const own = Object.entries(ofShops).map(([name, variable]) => [name, variable + suffixOf(shop)] as const);
    return [shop, Object.fromEntries([...everywhere, ...own.filter(isSet)])] as const;
  });
  return new Map(setBy);
}
