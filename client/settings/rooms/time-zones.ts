// The time zones that can be chosen, by their IANA names.

/** Of the countries in which Vipps MobilePay works. */
export const usualZones = [
  'Europe/Oslo',
  'Europe/Copenhagen',
  'Europe/Stockholm',
  'Europe/Helsinki',
] as const;

type Known = { readonly supportedValuesOf?: (key: 'timeZone') => readonly string[] };

/** The others that the browser knows, with `current`, which may be by another name. @param intl `Intl`; older browsers know no list. */
export function otherZones(current: string, intl: Known = Intl): readonly string[] {
  const known = intl.supportedValuesOf?.('timeZone') ?? [];
  const all = new Set([...known, 'UTC', current]);
  for (const zone of usualZones) all.delete(zone);
  return [...all].sort();
}
