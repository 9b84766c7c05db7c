const ids = /^[A-Za-z0-9][A-Za-z0-9_-]{0,23}$/;

/** Whether the server takes it for the short name of a till. */
export const canBeId = (typed: string) => ids.test(typed.trim());

/** The first number that no till of the list has as its short name. */
export function nextId(taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(String(number))) number += 1;
  return String(number);
}
