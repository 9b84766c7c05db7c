import type { Texts } from '../../texts.ts';

export const subscription: Texts['subscription'] = {
  kinds: { label: 'Hva du selger', sale: 'Salg', subscription: 'Abonnement' },
  title: 'Nytt abonnement',
  products: 'Lagrede produkter',
  productsMissing: 'Fikk ikke hentet de lagrede produktene.',
  name: 'Produktnavn',
  description: 'Beskrivelse (valgfritt)',
  price: 'Pris',
  every: 'Intervall',
  period: 'Periode',
  firstAmount: 'Første betaling (valgfritt)',
  firstFor: 'Hva den første betalingen gjelder',
  show: 'Vis på kundeskjermen',
  save: 'Lagre som produkt',
  saving: 'Lagrer…',
  saved: (name) => `${name} er lagret.`,
  remove: (name) => `Fjern ${name}`,
  removeQuestion: (name) => `Fjerne ${name}? De som allerede abonnerer, merker ingenting.`,
  removeYes: 'Ja, fjern',
  keep: 'Behold',

  faults: {
    no_name: 'Skriv navnet på produktet.',
    no_price: 'Skriv en pris, for eksempel 99,00.',
    price_too_little: (least) => `Prisen må være minst ${least} per periode.`,
    price_too_much: (most) => `Prisen kan være høyst ${most} per periode.`,
    no_count: 'Skriv et antall fra 1 til 31.',
    no_first: 'Skriv den første betalingen, for eksempel 49,00, eller la feltet stå tomt.',
    first_too_little: (least) =>
      `Den første betalingen må være minst ${least}. La feltet stå tomt hvis det ikke skal betales noe.`,
    first_too_much: (most) => `Den første betalingen kan være høyst ${most}.`,
  },

  firstPayment: (amount, what) => `Første betaling ${amount}: ${what}`,
  noFirstPayment: 'Ingen første betaling',
  laterPayments:
    'Denne kassen tegner abonnementet og tar den første betalingen. Alle senere betalinger må trekkes av butikkens eget system.',

  active: 'Abonnement tegnet',
  activeLate: 'Abonnement tegnet sent',
  stopping: 'Avtalen blir stoppet',
  stopped: 'Avtalen er stoppet',
  nothingPaid: 'Ingenting skulle betales med en gang.',
  first: {
    none: 'Den første betalingen er reservert. Trekk den via listen over dagens betalinger.',
    pending: 'Den første betalingen blir trukket.',
    captured: 'Den første betalingen er trukket.',
  },
  noAgreement: 'Ingen avtale er inngått. Ingen penger er trukket.',
  failedRejected: (app) => `${app} avviste avtalen. Ingen penger er trukket. Sjekk produktet og prisen.`,

  stop: 'Stopp avtalen',
  stopQuestion: (name) => `Stoppe ${name} for denne kunden? Etter det trekkes det ikke noe mer.`,
  stopYes: 'Ja, stopp den',
  stopNo: 'La den fortsette',
  stoppingNow: 'Stopper…',

  attentionTo: {
    late: 'Kunden tegnet abonnement før bestillingen rakk å bli avsluttet. Stopp avtalen hvis den ikke skulle inngås.',
    latePaid: (amount) => `${amount} ble betalt samtidig: Refunder det også.`,
    returning:
      'Kunden godkjente etter at bestillingen var avsluttet. Avtalen avsluttes automatisk, og det som er betalt, tilbakeføres.',
    released:
      'Kunden godkjente etter at bestillingen var avsluttet. Avtalen er avsluttet, og ingen penger er trukket. Vis den på nytt hvis kunden fortsatt vil.',
  },
};
