// What a tablet cannot do as a display, in sentences for staff: customers read nothing of it.
import type { DisplayView } from '../../../server/contract/access.ts';
import type { Texts } from '../../ui/texts/texts.ts';

type Status = Pick<DisplayView, 'isSecure' | 'keepsPage' | 'awake'>;

/** @returns nothing of what the display has not told yet. */
export function lacksOf({ isSecure, keepsPage, awake }: Status, texts: Texts['displays']['lacks']): string[] {
  const said: string[] = [];
  if (isSecure === false) said.push(texts.https);
  else if (keepsPage === false) said.push(texts.page);
  if (awake === 'video') said.push(texts.lock);
  if (awake === 'nothing') said.push(texts.awake);
  return said;
}
