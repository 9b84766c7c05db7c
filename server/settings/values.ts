// What is set for a shop: its own choice, unless the server's configuration decides, or else what is usual. Pure.

import type { Config } from '../config/config.ts';
import { isZone } from '../config/days.ts';
import { countryOf, organisationNumber } from '../config/merchant/organisation-number.ts';
import type { Seller, TillView } from '../contract/payments.ts';
import {
  type SettingChanges,
  type SettingName,
  type SettingValues,
  settingValuesSchema,
} from '../contract/settings.ts';
import { Refusal } from '../core/refusal.ts';
import type { StoredSetting } from '../store/settings-store.ts';

/** What the server's own configuration says. */
export type Configured = Pick<
  Config,
  | 'tills'
  | 'salesUnits'
  | 'setBy'
  | 'localesSet'
  | 'capture'
  | 'cashierRefundUpTo'
  | 'cashierRefundUpToADay'
  | 'refundApprovalAbove'
>;

const names = Object.keys(settingValuesSchema.shape) as SettingName[];

const everywhere = { timeZone: 'UTC', dayEndsAt: 0, seller: null } as const;

/** What counts where nobody has chosen anything. */
function configuredValues(shop: string, config: Configured): SettingValues {
  const first: Pick<TillView, 'timeZone' | 'dayEndsAt' | 'seller'> =
    config.tills.find((till) => till.shop === shop) ?? everywhere;
  const { timeZone, dayEndsAt, seller } = first;
  const setBy = config.setBy.get(shop) ?? {};
  return {
    name: seller?.name ?? null,
    orgNumber: seller?.registration ?? null,
    address: seller?.address ?? null,
    languages: [],
    idleText: {},
    printsSlip: false,
    capture: config.capture,
    cashierRefundLimit: config.cashierRefundUpTo,
    cashierRefundLimitPerDay: setBy.cashierRefundLimitPerDay ? config.cashierRefundUpToADay : null,
    refundApprovalAbove: config.refundApprovalAbove,
    timeZone,
    dayEndsAt,
  };
}

/** @returns the value that is stored; undefined for none, or one that is not understood any more. */
function storedValue(name: SettingName, stored: readonly StoredSetting[]): unknown {
  const found = stored.find((one) => one.name === name);
  if (found === undefined) return undefined;
  const parsed = settingValuesSchema.shape[name].safeParse(JSON.parse(found.value));
  return parsed.success ? parsed.data : undefined;
}

/** @param stored of this shop. */
export function valuesOf(shop: string, config: Configured, stored: readonly StoredSetting[]): SettingValues {
  const setBy = config.setBy.get(shop) ?? {};
  const chosen = names
    .filter((name) => setBy[name] === undefined)
    .map((name) => [name, storedValue(name, stored)] as const)
    .filter(([, value]) => value !== undefined);
  return { ...configuredValues(shop, config), ...Object.fromEntries(chosen) };
}

/** @returns the number as its country prints it; one that the configuration has checked is printed already. */
const printed = (number: string): string => {
  const country = countryOf(number);
  const found = country === null ? null : organisationNumber(number, country);
  return found !== null && 'printed' in found ? found.printed : number;
};

/** Who sells, as slips say it; null where nothing is known of it. */
export function sellerOf({ name, orgNumber, address }: SettingValues): Seller | null {
  if (name === null && orgNumber === null && address === null) return null;
  return { name, registration: orgNumber === null ? null : printed(orgNumber), address };
}

function checkedNumber(text: string): string {
  const country = countryOf(text);
  const number =
    country === null
      ? { wrong: 'it accepts the number of a company in Norway, Denmark, Finland or Sweden' }
      : organisationNumber(text, country);
  if ('plain' in number) return number.plain;
  throw new Refusal('invalid_request', `orgNumber: ${number.wrong}`);
}

/** @throws Refusal `wrong_state` for what a variable of the server's configuration decides on. */
export function checkFree(name: string, setBy: Readonly<Record<string, string>>): void {
  const variable = setBy[name];
  if (variable === undefined) return;
  throw new Refusal('wrong_state', `${name}: ${variable} decides on it, where the server runs.`);
}

/**
 * What is to be stored: JSON by name, null for what goes back to what is usual.
 * @throws Refusal `invalid_request` for a value that cannot be, `wrong_state` for what the server's configuration decides on.
 */
export function toStore(changes: SettingChanges, setBy: Readonly<Record<string, string>>) {
  const values = new Map<string, string | null>();
  for (const name of names) {
    const value = changes[name];
    if (value === undefined) continue;
    checkFree(name, setBy);
    values.set(name, value === null ? null : JSON.stringify(value));
  }
  const { orgNumber, timeZone, idleText } = changes;
  if (orgNumber) values.set('orgNumber', JSON.stringify(checkedNumber(orgNumber)));
  if (timeZone !== undefined && !isZone(timeZone)) {
    throw new Refusal(
      'invalid_request',
      'timeZone: it accepts the IANA name of a time zone, such as Europe/Oslo',
    );
  }
  if (idleText !== undefined) {
    const said = Object.entries(idleText).filter(([, text]) => text.trim() !== '');
    values.set('idleText', JSON.stringify(Object.fromEntries(said)));
  }
  return values;
}
