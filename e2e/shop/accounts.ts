// The credentials of the shop of the tests at Vipps, and the person who set it up.
import type { Account } from './programs/vipps-host.ts';

/** Values that must never be seen anywhere (P7). */
export const canaries = {
  VIPPS_CLIENT_ID: 'canary-client-id-4f1c',
  VIPPS_CLIENT_SECRET: 'canary-client-secret-9d2e',
  VIPPS_SUBSCRIPTION_KEY: 'canary-subscription-key-7ab0',
};
export const credentials = { ...canaries, VIPPS_MSN: '654321' };
/** Another merchant at the same Vipps, for shops with keys of their own. */
export const otherAccount: Account = {
  clientId: 'canary-other-client-id-1c5d',
  clientSecret: 'canary-other-client-secret-8e0b',
  subscriptionKey: 'canary-other-subscription-key-3fa2',
  msn: '222222',
};

/** The person who set the shop up. */
export const manager = { name: 'Mona', pin: '24681357' };
/** Somebody whom tests have the manager add. */
export const cashier = { name: 'Anna', pin: '274913' };
