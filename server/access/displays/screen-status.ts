// What a display tells of itself with each poll: `Tillside-Screen: display; secure=?1; page=?1; awake=wake_lock`.
import { awakeBy, type DisplayView } from '../../contract/access.ts';

export type ScreenStatus = Pick<DisplayView, 'isSecure' | 'keepsPage' | 'awake'>;

/** Of a display that says nothing, as one does until it knows. */
export const unknownStatus: ScreenStatus = { isSecure: null, keepsPage: null, awake: null };

const longest = 100;

/** @param said the parameters of the header: what they do not tell, or tell in another way, is null. */
export function readStatus(said: string): ScreenStatus {
  const parts = said.length > longest ? [] : said.split(';').map((part) => part.trim().split('='));
  const told = new Map(parts.map(([name = '', value = '']) => [name, value]));
  const flag = (name: string) => {
    const value = told.get(name);
    return value === '?1' ? true : value === '?0' ? false : null;
  };
  return {
    isSecure: flag('secure'),
    keepsPage: flag('page'),
    awake: awakeBy.find((by) => by === told.get('awake')) ?? null,
  };
}
