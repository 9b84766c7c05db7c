import type { Texts } from '../../texts.ts';

export const pages: Texts['pages'] = {
  allTills: 'Alle kasser',
  endOfDay: 'Dagsopgørelse',
  reports: 'Rapporter',
  staff: 'Personale',
  audit: 'Hændelseslog',
  settings: 'Indstillinger',
  managersOnly: { title: 'Kun for ledere', text: 'Denne side er for ledere. Spørg en af dem.' },
};
