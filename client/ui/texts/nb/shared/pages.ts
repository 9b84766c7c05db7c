import type { Texts } from '../../texts.ts';

export const pages: Texts['pages'] = {
  allTills: 'Alle kasser',
  endOfDay: 'Dagsoppgjør',
  reports: 'Rapporter',
  staff: 'Ansatte',
  audit: 'Hendelseslogg',
  settings: 'Innstillinger',
  managersOnly: { title: 'Bare for ledere', text: 'Denne siden er for ledere. Spør en av dem.' },
};
