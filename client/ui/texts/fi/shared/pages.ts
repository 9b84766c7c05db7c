import type { Texts } from '../../texts.ts';

export const pages: Texts['pages'] = {
  allTills: 'Kaikki kassat',
  endOfDay: 'Päivän tilitys',
  reports: 'Raportit',
  staff: 'Henkilökunta',
  audit: 'Tapahtumaloki',
  settings: 'Asetukset',
  managersOnly: { title: 'Vain esihenkilöille', text: 'Tämä sivu on esihenkilöille. Kysy heiltä.' },
};
