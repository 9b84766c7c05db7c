// What every page of staff says in a shop that takes real money over plain http.
export const plainHttp = {
  mark: 'NOT ENCRYPTED',
  meaning: 'Others on the network can read PINs. The till server needs https.',
};
