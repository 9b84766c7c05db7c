import type { EnvReader } from '../env-reader.ts';

const name = 'MOBILEPAY_NAME_UNTIL';
/** Half a year in which customers learn the new name. */
const otherwise = '2027-06-30';

/** Of this century: the day after 9999-12-31 is none that the calendar can write. */
function isDay(text: string): boolean {
  const ms = /^20\d{2}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** The last day on which tills that were MobilePay's say "Vipps (MobilePay)"; pure. */
export function readBothNamesUntil(read: EnvReader): string {
  const value = read.text(name) ?? otherwise;
  if (isDay(value)) return value;
  read.wrong(name, value, 'a day such as 2027-06-30');
  return otherwise;
}
