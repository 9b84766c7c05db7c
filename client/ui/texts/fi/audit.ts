import type { Texts } from '../texts.ts';

export * from './access.ts';
export * from './common.ts';
export * from './pages.ts';
export * from './plain-http.ts';

export const audit: Texts['audit'] = {
  day: 'Päivä',
  what: 'Mitä',
  everything: 'Kaikki',
  only: (name) => `Vain ${name}`,
  everybody: (name) => `Vain ${name}: näytä kaikki`,
  exportFile: 'Vie tiedostoon (CSV)',
  more: 'Näytä lisää',
  loading: 'Ladataan…',
  none: 'Sopivia tapahtumia ei ole.',
  till: (id) => `Kassa ${id}`,
  times: (count) => `${count} kertaa lisää`,
  seal: (number, hash) =>
    `Tapahtuman ${number} sinetti on ${hash}. Säilytä kopio muualla: sen avulla lokin myöhempi muutos näkyy.`,
  actors: {
    staff: 'Henkilökunta',
    key: 'API-avain',
    display: 'Asiakasnäyttö',
    command: 'Komento palvelimella',
    server: 'Palvelin',
    nobody: 'Ei kirjautunut',
  },
  kinds: {
    sign_in: 'Kirjautui sisään',
    sign_in_missed: 'Väärä nimi tai PIN-koodi',
    sign_in_slowed: 'Kirjautumista hidastettiin virheiden jälkeen',
    sign_out: 'Kirjautui ulos',
    key_missed: 'Tuntematon API-avain',
    set_up: 'Ensimmäinen esihenkilö luotu',
    staff_added: 'Henkilö lisätty',
    pin_reset: 'Uusi PIN-koodi asetettu',
    own_pin: 'Oma PIN-koodi vaihdettu',
    pin_proved: 'PIN-koodi annettu uudelleen',
    name_unlocked: 'Nimen lukitus avattu',
    staff_removed: 'Henkilö poistettu',
    key_added: 'API-avain luotu',
    key_rotated: 'API-avain vaihdettu',
    key_revoked: 'API-avain peruttu',
    display_paired: 'Asiakasnäyttö yhdistetty',
    display_unpaired: 'Asiakasnäytön yhteys katkaistu',
    product_added: 'Tuote lisätty',
    product_removed: 'Tuote poistettu',
    capture: 'Veloitettu',
    refund: 'Hyvitetty',
    release: 'Varaus vapautettu',
    stop: 'Tilaus lopetettu',
    payments_exported: 'Maksut viety tiedostoon',
    audit_exported: 'Tapahtumaloki viety tiedostoon',
    support_bundle: 'Tiedosto tukea varten luotu',
    refused: 'Evätty',
    server_started: 'Palvelin käynnistetty',
    not_listed: 'Liian monta näytettäväksi',
    audit_trimmed: 'Vanhat tapahtumat poistettu',
  },
};
