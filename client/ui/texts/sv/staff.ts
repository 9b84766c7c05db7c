import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';
export * from './shared/proof.ts';

export const staff: Texts['staff'] = {
  role: 'Roll',
  roleHelp: {
    cashier: 'Tar betalt, avbryter och ser betalningar.',
    manager: 'Kan också godkänna återbetalningar, göra dagsavslut och hantera personalen.',
  },
  shop: 'Butik',
  allShops: 'Alla butiker',
  chooseShop: 'Välj butik',
  shopRule: 'Välj en butik eller alla butiker.',
  list: 'Vilka som kan logga in',
  lastSignIn: (when) => `Senast inloggad ${when}`,
  neverSignedIn: 'Har inte loggat in än',
  locked: (when) =>
    `Låst sedan ${when} efter för många felaktiga pinkoder. Enheter som har loggat in med namnet tidigare kan det fortfarande.`,
  unlock: 'Lås upp',
  unlocked: (name) => `${name} kan logga in från alla enheter igen.`,
  add: 'Lägg till en person',
  addButton: 'Lägg till',
  added: (name) => `${name} kan logga in nu.`,
  nameTaken: 'Namnet används, har använts tidigare eller liknar ett annat. Välj ett annat namn.',
  newPin: 'Ny pinkod',
  newPinFor: (name) => `Ny pinkod för ${name}`,
  setPin: 'Spara pinkoden',
  pinSet: (name) => `${name} har fått en ny pinkod.`,
  remove: 'Ta bort',
  removeQuestion: (name) => `Ta bort ${name}? Då loggas personen ut överallt direkt.`,
  removeYes: 'Ja, ta bort',
  back: 'Tillbaka',
  lastManager: 'Det här är den sista chefen. Lägg till en annan först.',
  gone: 'Personen är redan borttagen.',
  loading: 'Laddar…',
  sessions: {
    title: 'Inloggad på',
    used: (when) => `Senast använd ${when}`,
    own: 'Den här webbläsaren',
    unknown: 'Okänd webbläsare',
    end: 'Logga ut',
    endOn: (where) => `Logga ut på ${where}`,
    ended: (name) => `${name} är utloggad där.`,
  },
  proof: (name) => `${name}, det här ändrar vem som kan logga in. Pinkoden gäller i 5 minuter.`,
};
