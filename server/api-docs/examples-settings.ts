import * as contract from '../contract/settings.ts';
import { type Example, example } from './example.ts';
import { till } from './examples-payments.ts';

const { id, name, shop, currency, locale, brand, subscriptions, timeZone, dayEndsAt, languages, idleText } =
  till;

const values: contract.SettingValues = {
  name: 'Kaffebaren',
  orgNumber: '974 760 673',
  address: 'Storgata 1, 0155 Oslo',
  languages,
  idleText,
  printsSlip: false,
  capture: 'auto',
  cashierRefundLimit: 50_000,
  cashierRefundLimitPerDay: null,
  refundApprovalAbove: null,
  timeZone,
  dayEndsAt,
};
const settings: contract.ShopSettings = {
  shop,
  values,
  setBy: { capture: 'CAPTURE' },
  logo: null,
  picture: null,
  currency,
  tills: [{ id, name, currency, locale, brand, subscriptions, api: 'ecom', setBy: null }],
};

export const settingsExamples: readonly Example[] = [
  example(contract.shopListSchema, { shops: [{ id: shop, name: values.name }] }),
  example(contract.shopSettingsSchema, settings),
  example(contract.settingChangesSchema, { name: 'Kaffebaren', languages: ['nb', 'en'] }),
  example(contract.newPictureSchema, { data: 'iVBORw0KGgo=' }),
  example(contract.newTillSchema, { id: 'bar', name: 'Bar' }),
  example(contract.tillNameSchema, { name: 'Bar' }),
];
