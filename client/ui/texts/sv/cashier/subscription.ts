import type { Texts } from '../../texts.ts';

export const subscription: Texts['subscription'] = {
  kinds: { label: 'Vad du säljer', sale: 'Köp', subscription: 'Prenumeration' },
  title: 'Ny prenumeration',
  products: 'Sparade produkter',
  productsMissing: 'De sparade produkterna kunde inte hämtas.',
  name: 'Produktnamn',
  description: 'Beskrivning (valfritt)',
  price: 'Pris',
  every: 'Intervall',
  period: 'Period',
  firstAmount: 'Första betalningen (valfritt)',
  firstFor: 'Vad den första betalningen gäller',
  show: 'Visa på kundskärmen',
  save: 'Spara som produkt',
  saving: 'Sparar…',
  saved: (name) => `${name} är sparad.`,
  remove: (name) => `Ta bort ${name}`,
  removeQuestion: (name) => `Ta bort ${name}? De som redan prenumererar märker inget.`,
  removeYes: 'Ja, ta bort',
  keep: 'Behåll',

  faults: {
    no_name: 'Skriv produktens namn.',
    no_price: 'Skriv ett pris, till exempel 99,00.',
    price_too_little: (least) => `Priset måste vara minst ${least} per period.`,
    price_too_much: (most) => `Priset får vara högst ${most} per period.`,
    no_count: 'Skriv ett antal från 1 till 31.',
    no_first: 'Skriv den första betalningen, till exempel 49,00, eller lämna fältet tomt.',
    first_too_little: (least) =>
      `Den första betalningen måste vara minst ${least}. Lämna fältet tomt om inget ska betalas.`,
    first_too_much: (most) => `Den första betalningen får vara högst ${most}.`,
  },

  firstPayment: (amount, what) => `Första betalningen ${amount}: ${what}`,
  noFirstPayment: 'Ingen första betalning',
  laterPayments:
    'Den här kassan tecknar abonnemanget och tar den första betalningen. Alla senare betalningar måste dras av butikens eget system.',

  active: 'Prenumeration tecknad',
  activeLate: 'Prenumeration tecknad sent',
  stopping: 'Avtalet stoppas',
  stopped: 'Avtalet är stoppat',
  nothingPaid: 'Inget skulle betalas direkt.',
  first: {
    none: 'Den första betalningen är reserverad. Debitera den via listan över dagens betalningar.',
    pending: 'Den första betalningen debiteras.',
    captured: 'Den första betalningen är debiterad.',
  },
  noAgreement: 'Inget avtal har ingåtts. Inga pengar har dragits.',
  failedRejected: (app) =>
    `${app} nekade avtalet. Inga pengar har dragits. Kontrollera produkten och priset.`,

  stop: 'Stoppa avtalet',
  stopQuestion: (name) => `Stoppa ${name} för den här kunden? Därefter dras inget mer.`,
  stopYes: 'Ja, stoppa det',
  stopNo: 'Låt det fortsätta',
  stoppingNow: 'Stoppar…',

  attentionTo: {
    late: 'Kunden tecknade prenumerationen innan beställningen hann avslutas. Stoppa avtalet om det inte skulle ingås.',
    latePaid: (amount) => `${amount} betalades samtidigt: återbetala det också.`,
    returning:
      'Kunden godkände efter att beställningen hade avslutats. Avtalet avslutas automatiskt, och det som har betalats återförs.',
    released:
      'Kunden godkände efter att beställningen hade avslutats. Avtalet har avslutats, och inga pengar har dragits. Visa det på nytt om kunden fortfarande vill.',
  },
};
