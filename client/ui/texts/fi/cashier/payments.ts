import type { Texts } from '../../texts.ts';
import { access } from '../shared/access.ts';
import { named } from '../shared/named.ts';

export const cashier: Texts['cashier'] = {
  signedInAs: (name, role) => `${name}, ${access.roles[role].toLowerCase()}`,
  lock: 'Lukitse',
  signOut: 'Kirjaudu ulos',
  signingOut: 'Kirjaudutaan ulos…',

  connectionLost:
    'Yhteys kassapalvelimeen katkesi. Yhdistetään uudelleen… Näkemäsi voi olla vanhentunutta; yhtään maksua ei ole kadonnut.',
  newSale: 'Uusi myynti',
  amount: 'Summa',
  text: 'Asiakkaalle näkyvä teksti',
  keypad: 'Numeronäppäimistö',
  delete: 'Poista',
  charge: 'Pyydä maksu',
  chargeAmount: (amount) => `Pyydä ${amount}`,
  starting: 'Aloitetaan…',
  busy: 'Asiakasnäytöllä on maksu',
  atLeast: (amount) => `Pienin maksettava summa on ${amount}`,
  tooMuch: (amount) => `Yli ${amount} ei voi maksaa kerralla. Poista ja näppäile uudelleen.`,
  tooPrecise: 'Yksi pilkku ja enintään kaksi desimaalia. Poista ja näppäile uudelleen.',
  checking: (app) =>
    `${app} ei vastannut. Tarkistetaan, mitä myynnille tapahtui… Jos mitään ei tapahdu, pyydä maksu uudelleen: mitään ei veloiteta kahdesti.`,

  now: 'Nyt',
  onScreen: 'Asiakasnäytöllä',
  thisSale: 'Tämä myynti',
  qrAlt: 'QR-koodi, jonka asiakas näkee',
  steps: { shown: 'Näytetty', scanned: 'Skannattu', approved: 'Hyväksytty' },
  idle: { title: 'Valmiina', text: 'Aloita myynti näppäilemällä summa.' },
  started: 'Haetaan QR-koodia',
  presented: 'Odotetaan skannausta',
  scanned: 'Skannattu, odotetaan hyväksyntää',
  reconnectingTo: (app) => `Yhdistetään uudelleen ${named(app, 'palveluun')}. Maksu ei ole kadonnut.`,
  closing: {
    title: 'Pieni hetki',
    text: (app) =>
      `Suljemme maksun ${named(app, 'palvelussa')}. Siihen asti asiakas on voinut maksaa: älä pyydä häneltä vielä uutta maksua, älä myöskään käteistä. Muut asiakkaat voivat maksaa.`,
  },
  approved: 'Maksettu',
  paidLate: 'Maksettu viime hetkellä',
  captureNone: 'Rahat on varattu. Veloita ne päivän maksujen luettelosta.',
  capturePending: 'Rahoja veloitetaan.',
  captureDone: 'Rahat on veloitettu.',
  capturedInPart: (captured, left) => `${captured} on veloitettu, ${left} on yhä varattuna.`,
  capturedAndReleased: (captured, released) => `${captured} on veloitettu, ${released} vapautettiin.`,
  releaseDone: (amount) => `${amount} vapautettiin. Mitään ei veloitettu.`,
  cancelled: 'Peruttu',
  cancelledByCustomer: 'Asiakas perui',
  expired: 'Aika loppui',
  nothingTaken: 'Mitään ei veloitettu.',
  failed: 'Ei käynnistynyt',
  failedUnavailable: (app) => `${app} ei vastannut. Mitään ei veloitettu. Yritä uudelleen.`,
  failedRejected: (app) => `${app} hylkäsi myynnin. Mitään ei veloitettu. Tarkista summa ja teksti.`,
  failedKeys: (app) =>
    `${app} ei hyväksy tämän myymälän avaimia. Mitään ei veloitettu. Kerro kassan käyttöönottajalle: yksikään myynti ei käynnisty ennen kuin asia on korjattu.`,
  failedImageHost: (host) =>
    `QR-koodi on osoitteessa ${host}, josta tämä palvelin ei saa hakea kuvia. Mitään ei veloitettu. Kerro kassan käyttöönottajalle: jos osoite on Vipps MobilePayn, se lisätään asetukseen VIPPS_QR_IMAGE_HOSTS.`,
  linesRefused: (app) =>
    `${app} ei ottanut tuoterivejä vastaan, joten asiakkaan kuitissa sovelluksessa ei ole niitä. Myynti jatkuu ilman niitä.`,
  startedOver: { title: 'Aloitettu alusta', text: 'Myynti jatkuu uudella viitteellä.' },
  cancel: 'Peru tämä maksu',
  cancelQuestion: 'Perutaanko tämä maksu?',
  cancelYes: 'Kyllä, peru',
  cancelNo: 'Odota vielä',
  cancelling: 'Perutaan…',

  today: 'Tänään',
  todayTotal: (sales, subscribers, total) => {
    const signedUp =
      subscribers === 0 ? '' : `${subscribers} ${subscribers === 1 ? 'tilaaja' : 'tilaajaa'}, `;
    return `Tänään ${sales} ${sales === 1 ? 'myynti' : 'myyntiä'}, ${signedUp}${total}`;
  },
  noSales: 'Tänään ei ole vielä maksuja.',
  listOld:
    'Luetteloa ei voitu päivittää, joten se voi olla vanhentunut. Sitä yritetään uudelleen automaattisesti.',
  loading: 'Ladataan…',
  refundedSum: (amount) => `${amount} hyvitetty`,
  reservedSum: (amount) => `${amount} yhä varattuna`,
  releasedSum: (amount) => `${amount} vapautettu`,
  captureBy: (day) => `veloita viimeistään ${day}`,

  details: 'Maksu',
  openDetails: 'Tiedot',
  close: 'Sulje',
  reference: 'Viite',
  startedAt: 'Aloitettu',
  changedAt: 'Muuttunut viimeksi',
  captured: 'Veloitettu',
  refunded: 'Hyvitetty',
  released: 'Vapautettu',
  capture: (amount) => `Veloita ${amount}`,
  captureQuestion: (amount) => `Veloitetaanko ${amount}?`,
  captureYes: 'Kyllä, veloita',
  capturing: 'Veloitetaan…',
  capturePart: 'Muu summa',
  captureAmount: 'Veloitettava summa',
  captureAtMost: (amount) => `Voit veloittaa enintään ${amount}.`,
  captureIt: 'Veloita tämä summa',
  release: (amount) => `Vapauta ${amount}`,
  releaseQuestion: (amount) => `Vapautetaanko ${amount}? Sen jälkeen sitä ei voi veloittaa.`,
  releaseYes: 'Kyllä, vapauta',
  releaseNo: 'Pidä varattuna',
  releasing: 'Vapautetaan…',
  saidBy: (app, reason) => `${app} ilmoittaa: ${reason}`,
  refund: 'Hyvitä',
  refundAmount: 'Hyvitettävä summa',
  refundAtMost: (amount) => `Voit hyvittää enintään ${amount}.`,
  amountNonsense: 'Kirjoita summa, esimerkiksi 12,50.',
  refundContinue: 'Jatka',
  refundQuestion: (amount) => `Hyvitetäänkö ${amount}?`,
  refundYes: 'Kyllä, hyvitä',
  refunding: 'Hyvitetään…',
  refundDone: (amount) => `${amount} on hyvitetty. Rahat näkyvät asiakkaan tilillä muutaman päivän kuluessa.`,
  refundCompleting: (amount, app) =>
    `${app} ei vastannut ajoissa. Hyvitys (${amount}) viedään loppuun. Älä tee uutta hyvitystä.`,
  back: 'Takaisin',

  errors: (app) => ({
    invalid_request:
      'Kassapalvelin ei ymmärtänyt tätä, joten rahaa ei ole siirtynyt. Tarkista summa ja teksti ja yritä uudelleen.',
    not_signed_in: 'Olet kirjautunut ulos, joten mitään ei tehty. Kirjaudu sisään ja yritä sitten uudelleen.',
    not_allowed: 'Sinulla ei ole oikeutta tähän, joten mitään ei tehty. Kysy esihenkilöltä.',
    pin_required: 'Anna ensin PIN-koodisi, mitään ei tehty. Yritä sitten uudelleen.',
    approval_required:
      'Tähän tarvitaan esihenkilön hyväksyntä, joten mitään ei tehty. Kirjoita esihenkilön nimi ja PIN-koodi.',
    session_locked: 'Sivu on lukittu, joten mitään ei tehty. Anna PIN-koodisi ja yritä uudelleen.',
    not_found: 'Kassapalvelin ei tunne tätä maksua, joten mitään ei tehty. Lataa sivu uudelleen.',
    till_busy: 'Asiakasnäytöllä on jo maksu, joten uutta ei aloitettu. Vie se ensin loppuun tai peru se.',
    idempotency_mismatch:
      'Myyntiä muutettiin lähettämisen jälkeen: vain ensin lähetetty on voimassa. Katso, mitä asiakas näkee, ennen kuin pyydät maksun uudelleen.',
    wrong_state:
      'Maksu on jo edennyt, joten tätä ei voi enää tehdä, eikä rahaa siirtynyt. Katso, missä tilassa se on nyt.',
    amount_out_of_range: 'Tämä summa ei käy, joten rahaa ei ole siirtynyt. Valitse toinen.',
    refund_exceeds_captured:
      'Summa on suurempi kuin hyvitettävää on jäljellä, joten mitään ei hyvitetty. Valitse pienempi.',
    vipps_rejected: `${app} hylkäsi tämän, joten rahaa ei ole siirtynyt. Yritä uudelleen. Jos se hylätään taas, kysy esihenkilöltä.`,
    vipps_unavailable: `${app} ei vastaa, joten vielä ei tiedetä, onko rahaa siirtynyt. Pyyntösi on tallessa ja viedään loppuun automaattisesti. Älä tee sitä uudelleen.`,
    rate_limited:
      'Se oli kassapalvelimelle liian nopeaa, joten mitään ei tehty. Odota muutama sekunti ja yritä uudelleen.',
    storage_unavailable:
      'Kassapalvelin ei pysty tallentamaan levylleen, joten emme tiedä, onko rahaa siirtynyt. Yritä uudelleen: mitään ei tehdä kahdesti. Jos se ei auta, kysy esihenkilöltä.',
    internal:
      'Kassapalvelimessa tapahtui virhe, joten emme tiedä, onko rahaa siirtynyt. Yritä uudelleen: mitään ei tehdä kahdesti.',
    unreachable:
      'Kassapalvelimeen ei saada yhteyttä. Yritä uudelleen: mitään ei tehdä kahdesti. Ennen kuin se vastaa, emme tiedä, onko rahaa siirtynyt.',
  }),
};
