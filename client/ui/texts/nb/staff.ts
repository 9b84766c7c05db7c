import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';
export * from './shared/proof.ts';

export const staff: Texts['staff'] = {
  role: 'Rolle',
  roleHelp: {
    cashier: 'Tar betalt, avbryter og ser betalinger.',
    manager: 'Kan også godkjenne refusjoner, gjøre dagsoppgjør og administrere ansatte.',
  },
  shop: 'Butikk',
  allShops: 'Alle butikker',
  chooseShop: 'Velg butikk',
  shopRule: 'Velg en butikk eller alle butikker.',
  list: 'Hvem som kan logge inn',
  lastSignIn: (when) => `Sist logget inn ${when}`,
  neverSignedIn: 'Har ikke logget inn ennå',
  locked: (when) =>
    `Låst siden ${when}, etter for mange feil PIN-koder. Enheter som har logget inn med dette navnet før, kan det fortsatt.`,
  unlock: 'Lås opp',
  unlocked: (name) => `${name} kan logge inn fra alle enheter igjen.`,
  add: 'Legg til en person',
  addButton: 'Legg til',
  added: (name) => `${name} kan logge inn nå.`,
  nameTaken: 'Navnet er i bruk, har vært brukt før eller ligner på et annet. Velg et annet navn.',
  newPin: 'Ny PIN-kode',
  newPinFor: (name) => `Ny PIN-kode for ${name}`,
  setPin: 'Lagre PIN-kode',
  pinSet: (name) => `${name} har fått ny PIN-kode.`,
  remove: 'Fjern',
  removeQuestion: (name) => `Fjerne ${name}? Da logges personen ut overalt med en gang.`,
  removeYes: 'Ja, fjern',
  back: 'Tilbake',
  lastManager: 'Dette er den siste lederen. Legg til en ny først.',
  gone: 'Denne personen er allerede fjernet.',
  loading: 'Laster…',
  sessions: {
    title: 'Logget inn på',
    used: (when) => `Sist brukt ${when}`,
    own: 'Denne nettleseren',
    unknown: 'Ukjent nettleser',
    end: 'Logg ut',
    endOn: (where) => `Logg ut på ${where}`,
    ended: (name) => `${name} er logget ut der.`,
  },
  proof: (name) => `${name}, dette endrer hvem som kan logge inn. PIN-koden gjelder i 5 minutter.`,
};
