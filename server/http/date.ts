const made = { second: Number.NaN, text: '' };

/**
 * The `Date` of an answer (RFC 9110, 5.6.7), made once a second: a thousand screens are told the same.
 * @param nowMs epoch milliseconds.
 */
export function httpDate(nowMs: number): string {
  const second = Math.floor(nowMs / 1000);
  if (second !== made.second) Object.assign(made, { second, text: new Date(nowMs).toUTCString() });
  return made.text;
}
