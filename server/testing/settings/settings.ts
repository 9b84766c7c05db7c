// The settings of shops over a real store, as a configuration without them would have it.
import type { Branding } from '../../branding/branding.ts';
import type { SetBy } from '../../config/merchant/set-by.ts';
import type { SalesUnit } from '../../config/tills.ts';
import type { TillView } from '../../contract/payments.ts';
import { openSettings, type SettingsDeps } from '../../settings/settings.ts';
import type { Configured } from '../../settings/values.ts';
import { soldBy, till } from '../till.ts';

type Options = Pick<SettingsDeps, 'store' | 'clock'> & {
  tell?: (till: string) => void;
  tills?: readonly TillView[];
  branding?: Branding;
} & Partial<Omit<Configured, 'tills'>>;

/** The smallest that there is: one transparent pixel. */
export const aPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export function settingsOf({ store, clock, tell = () => undefined, tills = [till], ...more }: Options) {
  const { branding = () => ({}), capture = 'auto', cashierRefundUpTo = 0 } = more;
  const units = tills.map(({ id, shop }): [string, SalesUnit] => [id, { ...soldBy(), shop }]);
  const isSet = more.cashierRefundUpToADay !== undefined;
  const aDay: SetBy = isSet ? { cashierRefundLimitPerDay: 'CASHIER_REFUND_LIMIT_PER_DAY' } : {};
  const config: Configured = {
    tills: [...tills],
    salesUnits: more.salesUnits ?? new Map(units),
    setBy: more.setBy ?? new Map(tills.map(({ shop }) => [shop, aDay])),
    localesSet: more.localesSet ?? new Set(),
    capture,
    cashierRefundUpTo,
    cashierRefundUpToADay: more.cashierRefundUpToADay ?? 10 * cashierRefundUpTo,
    refundApprovalAbove: more.refundApprovalAbove ?? null,
  };
  return openSettings({ config, store, branding, clock, tell });
}
