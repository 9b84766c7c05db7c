// What the pages of staff are called, on themselves and where they are linked.
export const pages = {
  allTills: 'All tills',
  endOfDay: 'End of day',
  staff: 'Staff',
  audit: 'Audit log',
};
