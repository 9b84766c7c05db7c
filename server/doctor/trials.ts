// What is tried out: each way in which the tills of this configuration sell, once. Pure.
import type { Config } from '../config/config.ts';
import { type Amount, minAmountMinor } from '../contract/money.ts';
import type { Api, Order } from '../vipps/gateway.ts';

/** One way to sell: whose sale it is, by which sales unit, over which API. */
export type Trial = {
  shop: string;
  msn: string;
  api: Api;
  currency: Amount['currency'];
  /** The variables that hold the keys. */
  variables: readonly string[];
};

/** @returns each combination of shop, sales unit and API that a till uses, subscriptions included, once. */
export function trialsOf({
  tills,
  salesUnits,
  shops,
}: Pick<Config, 'tills' | 'salesUnits' | 'shops'>): Trial[] {
  const trials = tills.flatMap(({ id, shop, currency, subscriptions }): Trial[] => {
    const unit = salesUnits.get(id);
    if (unit === undefined) return [];
    const variables = shops.find((one) => one.id === shop)?.variables ?? [];
    const sales: Trial = { shop, msn: unit.msn, api: unit.api, currency, variables };
    return subscriptions ? [sales, { ...sales, api: 'recurring' }] : [sales];
  });
  const byWay = new Map(trials.map((trial) => [`${trial.shop} ${trial.msn} ${trial.api}`, trial]));
  return [...byWay.values()];
}

const text = 'Tillside doctor';

/** The least that can be asked for, which nobody is shown the code of. */
export function orderOf({ shop, msn, api, currency }: Trial, reference: string): Order {
  const amount = { value: minAmountMinor, currency };
  const agreement = {
    product: { name: text },
    pricing: { amount },
    interval: { unit: 'MONTH', count: 1 },
    initialCharge: { amount, description: text },
    id: null,
    chargeId: null,
  } as const;
  return {
    reference,
    api,
    shop,
    msn,
    amount,
    text,
    lines: [],
    agreement: api === 'recurring' ? agreement : null,
    createdAtMs: 0,
    expiresAtMs: 0,
    // Nobody else has its reference.
    qrExpiresAtMs: 0,
  };
}
