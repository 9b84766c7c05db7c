// What the pages of staff are called, on themselves and where they are linked.
export const pages = {
  allTills: 'All tills',
  endOfDay: 'End of day',
  reports: 'Reports',
  staff: 'Staff',
  audit: 'Audit log',
  settings: 'Settings',
  managersOnly: { title: 'Managers only', text: 'This page is for managers. Ask one of them.' },
};
