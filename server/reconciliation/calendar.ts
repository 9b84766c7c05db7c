// Calendar days where the server stands, as people at the till have them.

/** The day of a moment (epoch milliseconds), as `YYYY-MM-DD`. */
export function dayOf(ms: number): string {
  const at = new Date(ms);
  const digits = (value: number, length: number) => String(value).padStart(length, '0');
  return `${digits(at.getFullYear(), 4)}-${digits(at.getMonth() + 1, 2)}-${digits(at.getDate(), 2)}`;
}

/**
 * From one local midnight to the next, in epoch milliseconds, the end exclusive: 23 or 25 hours when the clocks are changed.
 * @param day `YYYY-MM-DD`, a day that exists.
 */
export function boundsOf(day: string): { fromMs: number; toMs: number } {
  const from = new Date(`${day}T00:00:00`);
  const to = new Date(from);
  to.setDate(from.getDate() + 1);
  // Where the clocks are put forward at midnight, the day began at one; the next does not.
  to.setHours(0, 0, 0, 0);
  return { fromMs: from.getTime(), toMs: to.getTime() };
}
