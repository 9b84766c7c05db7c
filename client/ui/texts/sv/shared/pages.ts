import type { Texts } from '../../texts.ts';

export const pages: Texts['pages'] = {
  allTills: 'Alla kassor',
  endOfDay: 'Dagsavslut',
  reports: 'Rapporter',
  staff: 'Personal',
  audit: 'Händelselogg',
  settings: 'Inställningar',
  managersOnly: { title: 'Bara för chefer', text: 'Den här sidan är för chefer. Fråga någon av dem.' },
};
