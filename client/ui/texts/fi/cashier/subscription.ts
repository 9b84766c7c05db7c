import type { Texts } from '../../texts.ts';

export const subscription: Texts['subscription'] = {
  kinds: { label: 'Mitä myydään', sale: 'Myynti', subscription: 'Kestotilaus' },
  title: 'Uusi kestotilaus',
  products: 'Tallennetut tuotteet',
  productsMissing: 'Tallennettuja tuotteita ei voitu ladata.',
  name: 'Tuotteen nimi',
  description: 'Kuvaus (vapaaehtoinen)',
  price: 'Hinta',
  every: 'Maksuväli',
  period: 'Jakso',
  firstAmount: 'Ensimmäinen maksu (vapaaehtoinen)',
  firstFor: 'Ensimmäisen maksun selite',
  show: 'Näytä asiakasnäytöllä',
  save: 'Tallenna tuotteeksi',
  saving: 'Tallennetaan…',
  saved: (name) => `${name} on tallennettu.`,
  remove: (name) => `Poista ${name}`,
  removeQuestion: (name) => `Poistetaanko ${name}? Nykyisiin tilaajiin se ei vaikuta.`,
  removeYes: 'Kyllä, poista',
  keep: 'Säilytä',

  faults: {
    no_name: 'Kirjoita tuotteen nimi.',
    no_price: 'Kirjoita hinta, esimerkiksi 99,00.',
    price_too_little: (least) => `Jakson hinnan on oltava vähintään ${least}.`,
    price_too_much: (most) => `Jakson hinta voi olla enintään ${most}.`,
    no_count: 'Kirjoita määrä 1–31.',
    no_first: 'Kirjoita ensimmäinen maksu, esimerkiksi 49,00, tai jätä kenttä tyhjäksi.',
    first_too_little: (least) =>
      `Ensimmäisen maksun on oltava vähintään ${least}. Jos mitään ei makseta heti, jätä kenttä tyhjäksi.`,
    first_too_much: (most) => `Ensimmäinen maksu voi olla enintään ${most}.`,
  },

  firstPayment: (amount, what) => `Ensimmäinen maksu ${amount}: ${what}`,
  noFirstPayment: 'Ei ensimmäistä maksua',
  laterPayments:
    'Tämä kassa tekee tilauksen ja ottaa ensimmäisen maksun. Kaikki myöhemmät maksut veloittaa kaupan oma järjestelmä.',

  active: 'Kestotilaus tehty',
  activeLate: 'Kestotilaus tehty viime hetkellä',
  stopping: 'Sopimusta lopetetaan',
  stopped: 'Sopimus on lopetettu',
  nothingPaid: 'Mitään ei ollut tarkoitus maksaa heti.',
  first: {
    none: 'Ensimmäinen maksu on varattu. Veloita se päivän maksujen luettelosta.',
    pending: 'Ensimmäistä maksua veloitetaan.',
    captured: 'Ensimmäinen maksu on veloitettu.',
  },
  noAgreement: 'Sopimusta ei tehty. Mitään ei veloitettu.',
  failedRejected: (app) => `${app} hylkäsi sopimuksen. Mitään ei veloitettu. Tarkista tuote ja hinta.`,

  stop: 'Lopeta sopimus',
  stopQuestion: (name) => `Lopetetaanko ${name} tältä asiakkaalta? Sen jälkeen ei veloiteta enempää.`,
  stopYes: 'Kyllä, lopeta',
  stopNo: 'Anna jatkua',
  stoppingNow: 'Lopetetaan…',

  attentionTo: {
    late: 'Asiakas tilasi ennen kuin tilaaminen ehdittiin päättää. Lopeta sopimus, jos sitä ei ollut tarkoitus tehdä.',
    latePaid: (amount) => `Samalla maksettiin ${amount}: hyvitä sekin.`,
    returning:
      'Asiakas hyväksyi tilaamisen päättymisen jälkeen. Sopimus päätetään automaattisesti, ja maksettu palautetaan.',
    released:
      'Asiakas hyväksyi tilaamisen päättymisen jälkeen. Sopimus päätettiin, eikä mitään veloitettu. Näytä se uudelleen, jos asiakas yhä haluaa tilata.',
  },
};
