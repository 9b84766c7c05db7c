// The tills that managers add, rename and retire. Those of TILLS_FILE are not theirs to change.
import { type Act, tell } from '../audit/act.ts';
import type { NewTill } from '../contract/settings.ts';
import type { Clock } from '../core/clock.ts';
import { Refusal } from '../core/refusal.ts';
import { findTill, inShop } from '../core/tills.ts';
import type { SettingsStore, StoredTill } from '../store/settings-store.ts';
import type { State } from './state.ts';
import { isConfigured } from './till-list.ts';
import type { Configured } from './values.ts';

export type TillChanges = {
  /** One that was retired sells again. @throws Refusal `wrong_state` when there is one of this id, or as many as may be; `not_found`. */
  addTill(shop: string, till: NewTill, act?: Act): Promise<void>;
  /** @throws Refusal `wrong_state` for a till of the configuration; `not_found`. */
  renameTill(id: string, name: string, act?: Act): Promise<void>;
  /** @throws Refusal `wrong_state` for a till of the configuration, or the last of its shop; `not_found`. */
  retireTill(id: string, act?: Act): Promise<void>;
};

/** More than anybody finds their way in. */
const mostTills = 500;

type Deps = { config: Configured; store: Pick<SettingsStore, 'putTill'>; clock: Pick<Clock, 'nowMs'> };

export function createTillChanges(state: State, { config, store, clock }: Deps): TillChanges {
  /** As the till is stored, or would be. */
  function asStored(id: string): StoredTill {
    const known = state.stored().tills.find((one) => one.id === id);
    if (known !== undefined) return known;
    const till = findTill(id, state.list().tills);
    const { shop, name, currency, brand, subscriptions } = till;
    // Its own, whatever the shop has chosen for the moment.
    const locale = config.tills.find((one) => one.id === id)?.locale ?? till.locale;
    const api = state.list().salesUnits.get(id)?.api ?? 'ecom';
    const times = { createdAtMs: clock.nowMs(), retiredAtMs: null };
    return { id, shop, name, currency, locale, brand, subscriptions, api, ...times };
  }

  function changeable(id: string): StoredTill {
    findTill(id, state.list().tills);
    if (!isConfigured(id, config)) return asStored(id);
    throw new Refusal('wrong_state', `Till ${id} is in TILLS_FILE, where the server runs.`);
  }

  async function put(till: StoredTill, act: Act | undefined, name: string): Promise<void> {
    await store.putTill(till, tell(act, { shop: till.shop, about: till.id, detail: { name } }));
    state.take(till.shop, (before) => ({
      ...before,
      tills: [...before.tills.filter(({ id }) => id !== till.id), till],
    }));
  }

  /** @throws Refusal `wrong_state` */
  function likeFirst(shop: string): StoredTill {
    const ofShop = inShop(state.list().tills, shop);
    const [first] = ofShop;
    if (first === undefined || ofShop.length >= mostTills) {
      throw new Refusal('wrong_state', `A shop has at most ${mostTills} tills.`);
    }
    return { ...asStored(first.id), createdAtMs: clock.nowMs() };
  }

  return {
    async addTill(shop, { id, name, ...wanted }, act) {
      state.checkShop(shop);
      const { tills } = state.list();
      const isRetired = tills.find(id) === undefined && tills.shopOf(id) === shop;
      if (tills.shopOf(id) !== null && !isRetired) {
        throw new Refusal('wrong_state', `There is a till ${id} already.`);
      }
      const like = likeFirst(shop);
      const former = isRetired ? asStored(id) : like;
      const { currency = former.currency, brand = former.brand, api = former.api } = wanted;
      if (api === 'ecom' && currency !== 'NOK') {
        throw new Refusal('invalid_request', 'currency: eCom sells in NOK only');
      }
      await put({ ...former, id, name, currency, brand, api, retiredAtMs: null }, act, name);
    },

    async renameTill(id, name, act) {
      const till = changeable(id);
      if (till.name !== name) await put({ ...till, name }, act, `${till.name} → ${name}`);
    },

    async retireTill(id, act) {
      const till = changeable(id);
      if (inShop(state.list().tills, till.shop).length < 2)
        throw new Refusal('wrong_state', 'A shop has at least one till.');
      await put({ ...till, retiredAtMs: clock.nowMs() }, act, till.name);
    },
  };
}
