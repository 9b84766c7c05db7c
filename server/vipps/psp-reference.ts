// What Vipps calls a payment, for its support and its portal. No money is decided by it.

/** @param value as Vipps gives it. @returns the field of a `Sight`, where there is anything to tell. */
export function pspReferenceIn(value: unknown): { pspReference?: string } {
  const isId = typeof value === 'string' && /^[\w:.-]{1,64}$/.test(value);
  return isId ? { pspReference: value } : {};
}
