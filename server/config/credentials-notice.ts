// What is printed about the Vipps credentials when the server starts. Pure.
import type { Keys } from '../vipps/connect.ts';
import type { Shop } from './credentials.ts';

/**
 * What Vipps says to the credentials, for the person who starts the server: a sentence for each set that it refuses, or one when it takes them
 * all. Of a Vipps that does not answer nothing is said: it says so itself at the first sale.
 */
export function credentialsNotice(
  keys: readonly Keys[],
  shops: readonly Shop[],
  environment: string,
): string[] {
  if (environment === 'demo') return [];
  if (keys.every(({ are }) => are === 'accepted')) return ['Vipps MobilePay accepts the keys.'];
  const and = new Intl.ListFormat('en-GB');
  const refused = keys.filter(({ are }) => are === 'refused');
  return refused.map(({ shops: ids }) => {
    const whose = shops.length > 1 ? ` of ${and.format(ids)}` : '';
    const variables = shops.find(({ id }) => id === ids[0])?.variables ?? [];
    return `Vipps MobilePay does not accept the keys${whose}: nothing can be sold with them. Check ${and.format(variables)}, and whether they are keys for VIPPS_ENVIRONMENT=${environment}.`;
  });
}
