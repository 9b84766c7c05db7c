import type { Texts } from '../texts.ts';

export * from './access.ts';
export * from './common.ts';
export * from './pages.ts';
export * from './plain-http.ts';

export const audit: Texts['audit'] = {
  day: 'Dag',
  what: 'Vad',
  everything: 'Allt',
  only: (name) => `Bara ${name}`,
  everybody: (name) => `Bara ${name}: visa alla`,
  exportFile: 'Exportera (CSV)',
  more: 'Visa fler',
  loading: 'Läser in…',
  none: 'Inga händelser stämmer.',
  till: (id) => `Kassa ${id}`,
  times: (count) => `${count} gånger till`,
  seal: (number, hash) =>
    `Sigillet för händelse ${number} är ${hash}. Spara en kopia någon annanstans: Med den syns det om loggen ändras senare.`,
  actors: {
    staff: 'Personal',
    key: 'API-nyckel',
    display: 'Kundskärm',
    command: 'Kommando på servern',
    server: 'Servern',
    nobody: 'Inte inloggad',
  },
  kinds: {
    sign_in: 'Loggade in',
    sign_in_missed: 'Fel namn eller PIN-kod',
    sign_in_slowed: 'Inloggning bromsad efter fel',
    sign_out: 'Loggade ut',
    key_missed: 'Okänd API-nyckel',
    set_up: 'Första chefen skapad',
    staff_added: 'Person tillagd',
    pin_reset: 'Ny PIN-kod satt',
    own_pin: 'Egen PIN-kod ändrad',
    pin_proved: 'Pinkod angiven på nytt',
    name_unlocked: 'Namn upplåst',
    staff_removed: 'Person borttagen',
    key_added: 'API-nyckel skapad',
    key_rotated: 'API-nyckel bytt',
    key_revoked: 'API-nyckel återkallad',
    display_paired: 'Kundskärm ansluten',
    display_unpaired: 'Kundskärm bortkopplad',
    product_added: 'Produkt tillagd',
    product_removed: 'Produkt borttagen',
    capture: 'Debiterad',
    refund: 'Återbetald',
    release: 'Reservation släppt',
    stop: 'Prenumeration stoppad',
    payments_exported: 'Betalningar exporterade',
    audit_exported: 'Händelselogg exporterad',
    support_bundle: 'Fil till support skapad',
    refused: 'Nekad',
    server_started: 'Servern startad',
    not_listed: 'För många för att visas',
    audit_trimmed: 'Gamla händelser borttagna',
  },
};
