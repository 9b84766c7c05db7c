import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';
export * from './shared/proof.ts';

export const staff: Texts['staff'] = {
  role: 'Rolle',
  roleHelp: {
    cashier: 'Tager imod betaling, annullerer og ser betalinger.',
    manager: 'Kan også godkende refunderinger, lave dagsopgørelse og administrere personalet.',
  },
  shop: 'Butik',
  allShops: 'Alle butikker',
  chooseShop: 'Vælg butik',
  shopRule: 'Vælg en butik eller alle butikker.',
  list: 'Hvem der kan logge ind',
  lastSignIn: (when) => `Sidst logget ind ${when}`,
  neverSignedIn: 'Har ikke logget ind endnu',
  locked: (when) =>
    `Låst siden ${when} efter for mange forkerte pinkoder. Enheder, der har logget ind med dette navn før, kan det stadig.`,
  unlock: 'Lås op',
  unlocked: (name) => `${name} kan logge ind fra alle enheder igen.`,
  add: 'Tilføj en person',
  addButton: 'Tilføj',
  added: (name) => `${name} kan logge ind nu.`,
  nameTaken: 'Navnet er i brug, har været brugt før eller ligner et andet. Vælg et andet navn.',
  newPin: 'Ny pinkode',
  newPinFor: (name) => `Ny pinkode til ${name}`,
  setPin: 'Gem pinkode',
  pinSet: (name) => `${name} har fået en ny pinkode.`,
  remove: 'Fjern',
  removeQuestion: (name) => `Vil du fjerne ${name}? Så bliver personen logget ud overalt med det samme.`,
  removeYes: 'Ja, fjern',
  back: 'Tilbage',
  lastManager: 'Det er den sidste leder. Tilføj en anden først.',
  gone: 'Personen er allerede fjernet.',
  loading: 'Henter…',
  sessions: {
    title: 'Logget ind på',
    used: (when) => `Sidst brugt ${when}`,
    own: 'Denne browser',
    unknown: 'Ukendt browser',
    end: 'Log ud',
    endOn: (where) => `Log ud på ${where}`,
    ended: (name) => `${name} er logget ud dér.`,
  },
  proof: (name) => `${name}, det her ændrer, hvem der kan logge ind. Pinkoden gælder i 5 minutter.`,
};
