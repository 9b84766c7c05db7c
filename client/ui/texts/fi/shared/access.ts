import type { Texts } from '../../texts.ts';

const errors: Texts['access']['errors'] = {
  invalid_request: 'Kassapalvelin ei ymmärtänyt tätä. Tarkista kirjoittamasi ja yritä uudelleen.',
  not_signed_in: 'Olet kirjautunut ulos. Kirjaudu sisään ja yritä sitten uudelleen.',
  not_allowed: 'Sinulla ei ole oikeutta tähän. Kysy esihenkilöltä.',
  pin_required: 'Anna ensin PIN-koodisi ja yritä uudelleen.',
  approval_required: 'Tähän tarvitaan esihenkilön hyväksyntä.',
  session_locked: 'Sivu on lukittu. Anna PIN-koodisi ja yritä uudelleen.',
  not_found: 'Kassapalvelin ei enää tunne tätä. Lataa sivu uudelleen.',
  till_busy: 'Kassa on varattu. Yritä hetken kuluttua uudelleen.',
  idempotency_mismatch: 'Tätä muutettiin lähettämisen jälkeen. Lataa sivu uudelleen.',
  wrong_state: 'Tätä ei voi enää tehdä. Lataa sivu uudelleen.',
  amount_out_of_range: 'Summa ei kelpaa.',
  refund_exceeds_captured: 'Summa ei kelpaa.',
  vipps_rejected: 'Tämä hylättiin. Yritä uudelleen.',
  vipps_unavailable: 'Vipps MobilePay ei vastaa. Yritä hetken kuluttua uudelleen.',
  rate_limited: 'Liian monta yritystä.',
  storage_unavailable: 'Kassapalvelin ei pysty tallentamaan levylleen. Yritä hetken kuluttua uudelleen.',
  internal: 'Kassapalvelimessa tapahtui virhe. Yritä uudelleen.',
  unreachable: 'Kassapalvelimeen ei saada yhteyttä. Yritä hetken kuluttua uudelleen.',
};

export const access: Texts['access'] = {
  errors,
  roles: { cashier: 'Kassanhoitaja', manager: 'Esihenkilö' },
  tryAgainIn: (count) => `Yritä uudelleen ${count} sekunnin kuluttua.`,
  tryAgainNow: 'Voit yrittää nyt uudelleen.',
  signedOut: { title: 'Olet kirjautunut ulos', text: 'Siirrytään kirjautumiseen…' },
  noAccess: {
    title: 'Ei käyttöoikeutta',
    text: 'Et ole kirjautunut sisään, tai sinulla ei ole oikeutta tähän kassaan.',
  },
  name: 'Nimi',
  pin: 'PIN-koodi',
  pinRule:
    'PIN-koodissa on 6–12 numeroa, esihenkilöillä 8–12. Numerosarjat, toistot, päivämäärät ja yleiset koodit eivät kelpaa.',
  pinTooEasy: 'Tämä PIN-koodi on liian lyhyt tai liian helppo arvata. Valitse toinen.',
  nameRule: 'Kirjoita nimi näkyvin merkein.',
  working: 'Pieni hetki…',
};
