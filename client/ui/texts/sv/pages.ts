import type { Texts } from '../texts.ts';

export const pages: Texts['pages'] = {
  allTills: 'Alla kassor',
  endOfDay: 'Dagsavslut',
  staff: 'Personal',
  audit: 'Händelselogg',
};
