import type { Texts } from '../../texts.ts';

export const subscription: Texts['subscription'] = {
  kinds: { label: 'Hvad du sælger', sale: 'Salg', subscription: 'Abonnement' },
  title: 'Nyt abonnement',
  products: 'Gemte produkter',
  productsMissing: 'De gemte produkter kunne ikke hentes.',
  name: 'Produktnavn',
  description: 'Beskrivelse (valgfri)',
  price: 'Pris',
  every: 'Interval',
  period: 'Periode',
  firstAmount: 'Første betaling (valgfri)',
  firstFor: 'Hvad den første betaling er for',
  show: 'Vis på kundeskærmen',
  save: 'Gem som produkt',
  saving: 'Gemmer…',
  saved: (name) => `${name} er gemt.`,
  remove: (name) => `Fjern ${name}`,
  removeQuestion: (name) => `Vil du fjerne ${name}? De, der allerede abonnerer, mærker ikke noget.`,
  removeYes: 'Ja, fjern',
  keep: 'Behold',

  faults: {
    no_name: 'Skriv produktets navn.',
    no_price: 'Skriv en pris, for eksempel 99,00.',
    price_too_little: (least) => `Prisen skal være mindst ${least} pr. periode.`,
    price_too_much: (most) => `Prisen må højst være ${most} pr. periode.`,
    no_count: 'Skriv et antal fra 1 til 31.',
    no_first: 'Skriv den første betaling, for eksempel 49,00, eller lad feltet stå tomt.',
    first_too_little: (least) =>
      `Mindst ${least} skal betales første gang. Lad feltet stå tomt, hvis der ikke skal betales noget.`,
    first_too_much: (most) => `Højst ${most} kan betales første gang.`,
  },

  firstPayment: (amount, what) => `Første betaling ${amount}: ${what}`,
  noFirstPayment: 'Ingen første betaling',
  laterPayments:
    'Denne kasse opretter abonnementet og tager den første betaling. Alle senere betalinger skal opkræves af butikkens eget system.',

  active: 'Abonnement tegnet',
  activeLate: 'Abonnement tegnet sent',
  stopping: 'Aftalen bliver stoppet',
  stopped: 'Aftalen er stoppet',
  nothingPaid: 'Der skulle ikke betales noget med det samme.',
  first: {
    none: 'Den første betaling er reserveret. Hæv den via listen over dagens betalinger.',
    pending: 'Den første betaling bliver hævet.',
    captured: 'Den første betaling er hævet.',
  },
  noAgreement: 'Der er ikke indgået nogen aftale og ikke hævet noget.',
  failedRejected: (app) => `${app} afviste aftalen. Der er ikke hævet noget. Tjek produktet og prisen.`,

  stop: 'Stop aftalen',
  stopQuestion: (name) => `Vil du stoppe ${name} for denne kunde? Derefter bliver der ikke hævet mere.`,
  stopYes: 'Ja, stop den',
  stopNo: 'Lad den fortsætte',
  stoppingNow: 'Stopper…',

  attentionTo: {
    late: 'Kunden tegnede abonnement, før tilmeldingen nåede at blive afsluttet. Stop aftalen, hvis den ikke skulle indgås.',
    latePaid: (amount) => `${amount} blev betalt samtidig: Refundér også det.`,
    returning:
      'Kunden godkendte, efter at tilmeldingen var afsluttet. Aftalen afsluttes automatisk, og det, der er betalt, tilbageføres.',
    released:
      'Kunden godkendte, efter at tilmeldingen var afsluttet. Aftalen er afsluttet, og der er ikke hævet noget. Vis den igen, hvis kunden stadig vil have den.',
  },
};
