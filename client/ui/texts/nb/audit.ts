import type { Texts } from '../texts.ts';

export * from './access.ts';
export * from './common.ts';
export * from './pages.ts';
export * from './plain-http.ts';

export const audit: Texts['audit'] = {
  day: 'Dag',
  what: 'Hva',
  everything: 'Alt',
  only: (name) => `Bare ${name}`,
  everybody: (name) => `Bare ${name}: vis alle`,
  exportFile: 'Eksporter (CSV)',
  more: 'Vis flere',
  loading: 'Laster…',
  none: 'Ingen hendelser passer.',
  till: (id) => `Kasse ${id}`,
  times: (count) => `${count} ganger til`,
  seal: (number, hash) =>
    `Seglet til hendelse ${number} er ${hash}. Ta vare på en kopi et annet sted: Med den vises det om loggen blir endret senere.`,
  actors: {
    staff: 'Ansatt',
    key: 'API-nøkkel',
    display: 'Kundeskjerm',
    command: 'Kommando på serveren',
    server: 'Serveren',
    nobody: 'Ikke logget inn',
  },
  kinds: {
    sign_in: 'Logget inn',
    sign_in_missed: 'Feil navn eller PIN-kode',
    sign_in_slowed: 'Innlogging bremset etter feil',
    sign_out: 'Logget ut',
    key_missed: 'Ukjent API-nøkkel',
    set_up: 'Første leder opprettet',
    staff_added: 'Person lagt til',
    pin_reset: 'Ny PIN-kode satt',
    own_pin: 'Egen PIN-kode endret',
    pin_proved: 'PIN-kode oppgitt på nytt',
    name_unlocked: 'Navn låst opp',
    staff_removed: 'Person fjernet',
    key_added: 'API-nøkkel laget',
    key_rotated: 'API-nøkkel byttet',
    key_revoked: 'API-nøkkel trukket tilbake',
    display_paired: 'Kundeskjerm koblet til',
    display_unpaired: 'Kundeskjerm koblet fra',
    product_added: 'Produkt lagt til',
    product_removed: 'Produkt fjernet',
    capture: 'Belastet',
    refund: 'Refundert',
    release: 'Reservasjon frigitt',
    stop: 'Abonnement stoppet',
    payments_exported: 'Betalinger eksportert',
    audit_exported: 'Hendelseslogg eksportert',
    support_bundle: 'Fil til brukerstøtte laget',
    refused: 'Avvist',
    server_started: 'Serveren startet',
    not_listed: 'For mange til å vises',
    audit_trimmed: 'Gamle hendelser fjernet',
  },
};
