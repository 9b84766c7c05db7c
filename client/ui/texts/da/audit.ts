import type { Texts } from '../texts.ts';

export * from './access.ts';
export * from './common.ts';
export * from './pages.ts';
export * from './plain-http.ts';

export const audit: Texts['audit'] = {
  day: 'Dag',
  what: 'Hvad',
  everything: 'Alt',
  only: (name) => `Kun ${name}`,
  everybody: (name) => `Kun ${name}: vis alle`,
  exportFile: 'Eksportér (CSV)',
  more: 'Vis flere',
  loading: 'Indlæser…',
  none: 'Ingen hændelser passer.',
  till: (id) => `Kasse ${id}`,
  times: (count) => `${count} gange mere`,
  seal: (number, hash) =>
    `Seglet for hændelse ${number} er ${hash}. Gem en kopi et andet sted: Med den kan det ses, hvis loggen bliver ændret senere.`,
  actors: {
    staff: 'Medarbejder',
    key: 'API-nøgle',
    display: 'Kundeskærm',
    command: 'Kommando på serveren',
    server: 'Serveren',
    nobody: 'Ikke logget ind',
  },
  kinds: {
    sign_in: 'Logget ind',
    sign_in_missed: 'Forkert navn eller PIN-kode',
    sign_in_slowed: 'Login bremset efter fejl',
    sign_out: 'Logget ud',
    key_missed: 'Ukendt API-nøgle',
    set_up: 'Første leder oprettet',
    staff_added: 'Person tilføjet',
    pin_reset: 'Ny PIN-kode sat',
    own_pin: 'Egen PIN-kode ændret',
    pin_proved: 'Pinkode indtastet igen',
    name_unlocked: 'Navn låst op',
    staff_removed: 'Person fjernet',
    key_added: 'API-nøgle lavet',
    key_rotated: 'API-nøgle skiftet',
    key_revoked: 'API-nøgle trukket tilbage',
    display_paired: 'Kundeskærm tilsluttet',
    display_unpaired: 'Kundeskærm frakoblet',
    product_added: 'Produkt tilføjet',
    product_removed: 'Produkt fjernet',
    capture: 'Hævet',
    refund: 'Refunderet',
    release: 'Reservation frigivet',
    stop: 'Abonnement stoppet',
    payments_exported: 'Betalinger eksporteret',
    audit_exported: 'Hændelseslog eksporteret',
    support_bundle: 'Fil til support lavet',
    refused: 'Afvist',
    server_started: 'Serveren startet',
    not_listed: 'For mange til at vises',
    audit_trimmed: 'Gamle hændelser fjernet',
  },
};
