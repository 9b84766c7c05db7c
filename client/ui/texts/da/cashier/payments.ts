import type { Texts } from '../../texts.ts';
import { access } from '../shared/access.ts';

export const cashier: Texts['cashier'] = {
  signedInAs: (name, role) => `${name}, ${access.roles[role].toLowerCase()}`,
  lock: 'Lås',
  signOut: 'Log ud',
  signingOut: 'Logger ud…',

  connectionLost:
    'Forbindelsen til kasseserveren er væk. Prøver igen… Det, du ser, kan være forældet; ingen betaling er tabt.',
  newSale: 'Nyt salg',
  amount: 'Beløb',
  text: 'Tekst, som kunden ser',
  keypad: 'Taltastatur',
  delete: 'Slet',
  charge: 'Opkræv',
  chargeAmount: (amount) => `Opkræv ${amount}`,
  starting: 'Starter…',
  busy: 'Der er en betaling på kundeskærmen',
  atLeast: (amount) => `Det mindste beløb er ${amount}`,
  tooMuch: (amount) => `Der kan højst betales ${amount} ad gangen. Slet, og tast beløbet igen.`,
  tooPrecise: 'Ét komma og højst to decimaler. Slet, og tast beløbet igen.',
  checking: (app) =>
    `${app} svarede ikke. Tjekker, hvad der skete med salget… Hvis der ikke sker noget, så opkræv igen: Kunden betaler ikke to gange.`,

  now: 'Nu',
  onScreen: 'På kundeskærmen',
  thisSale: 'Dette salg',
  qrAlt: 'QR-koden, som kunden ser',
  steps: { shown: 'Vist', scanned: 'Scannet', approved: 'Godkendt' },
  idle: { title: 'Klar', text: 'Indtast et beløb for at starte et salg.' },
  started: 'Henter QR-koden',
  presented: 'Venter på, at kunden scanner',
  scanned: 'Scannet, venter på godkendelse',
  reconnectingTo: (app) => `Genopretter forbindelsen til ${app}. Betalingen er ikke tabt.`,
  closing: {
    title: 'Et øjeblik',
    text: (app) =>
      `Vi afslutter betalingen hos ${app}. Indtil det er gjort, kan kunden have betalt: Opkræv ikke betaling fra denne kunde igen endnu, heller ikke kontant. Andre kunder kan betale.`,
  },
  approved: 'Betalt',
  paidLate: 'Betalt sent',
  captureNone: 'Pengene er reserveret. Hæv dem via listen over dagens betalinger.',
  capturePending: 'Pengene bliver hævet.',
  captureDone: 'Pengene er hævet.',
  capturedInPart: (captured, left) => `${captured} er hævet, ${left} er stadig reserveret.`,
  capturedAndReleased: (captured, released) => `${captured} er hævet, ${released} er frigivet.`,
  releaseDone: (amount) => `${amount} er frigivet. Der er ikke hævet noget.`,
  cancelled: 'Annulleret',
  cancelledByCustomer: 'Annulleret af kunden',
  expired: 'Tiden udløb',
  nothingTaken: 'Der er ikke hævet noget.',
  failed: 'Kom ikke i gang',
  failedUnavailable: (app) => `Ingen forbindelse til ${app}. Der er ikke hævet noget. Prøv igen.`,
  failedRejected: (app) => `${app} afviste salget. Der er ikke hævet noget. Tjek beløbet og teksten.`,
  failedKeys: (app) =>
    `${app} accepterer ikke denne butiks nøgler. Der er ikke hævet noget. Sig det til den, der satte kassen op: Intet salg kan starte, før det er rettet.`,
  failedImageHost: (host) =>
    `QR-koden ligger på ${host}, som denne server ikke må hente billeder fra. Der er ikke hævet noget. Sig det til den, der satte kassen op: Hvis det er en adresse hos Vipps MobilePay, skal den tilføjes i VIPPS_QR_IMAGE_HOSTS.`,
  linesRefused: (app) =>
    `${app} tog ikke imod varelinjerne, så kundens kvittering i appen har ingen. Salget fortsætter uden dem.`,
  startedOver: { title: 'Startet forfra', text: 'Salget fortsætter med en ny reference.' },
  cancel: 'Annullér betalingen',
  cancelQuestion: 'Vil du annullere betalingen?',
  cancelYes: 'Ja, annullér',
  cancelNo: 'Fortsæt med at vente',
  cancelling: 'Annullerer…',

  today: 'I dag',
  todayTotal: (sales, subscribers, total) => {
    const signedUp =
      subscribers === 0 ? '' : `${subscribers} ${subscribers === 1 ? 'abonnent' : 'abonnenter'}, `;
    return `I dag, ${sales} salg, ${signedUp}${total}`;
  },
  noSales: 'Ingen betalinger i dag endnu.',
  listOld: 'Listen kunne ikke opdateres, så den kan være forældet. Der prøves igen automatisk.',
  loading: 'Henter…',
  refundedSum: (amount) => `${amount} refunderet`,
  reservedSum: (amount) => `${amount} stadig reserveret`,
  releasedSum: (amount) => `${amount} frigivet`,
  captureBy: (day) => `hæv senest ${day}`,

  details: 'Betaling',
  openDetails: 'Detaljer',
  close: 'Luk',
  reference: 'Reference',
  startedAt: 'Startet',
  changedAt: 'Sidst ændret',
  captured: 'Hævet',
  refunded: 'Refunderet',
  released: 'Frigivet',
  capture: (amount) => `Hæv ${amount}`,
  captureQuestion: (amount) => `Vil du hæve ${amount}?`,
  captureYes: 'Ja, hæv',
  capturing: 'Hæver…',
  capturePart: 'Et andet beløb',
  captureAmount: 'Beløb, der skal hæves',
  captureAtMost: (amount) => `Højst ${amount} kan hæves.`,
  captureIt: 'Hæv dette beløb',
  release: (amount) => `Frigiv ${amount}`,
  releaseQuestion: (amount) => `Vil du frigive ${amount}? Derefter kan beløbet ikke hæves.`,
  releaseYes: 'Ja, frigiv',
  releaseNo: 'Behold reservationen',
  releasing: 'Frigiver…',
  saidBy: (app, reason) => `${app} siger: ${reason}`,
  refund: 'Refundér',
  refundAmount: 'Beløb, der skal refunderes',
  refundAtMost: (amount) => `Højst ${amount} kan refunderes.`,
  amountNonsense: 'Skriv et beløb, for eksempel 12,50.',
  refundContinue: 'Fortsæt',
  refundQuestion: (amount) => `Vil du refundere ${amount}?`,
  refundYes: 'Ja, refundér',
  refunding: 'Refunderer…',
  refundDone: (amount) => `${amount} er refunderet. Der kan gå nogle dage, før kunden kan se pengene.`,
  refundCompleting: (amount, app) =>
    `${app} svarede ikke i tide. Refunderingen af ${amount} bliver gennemført. Refundér ikke en gang til.`,
  back: 'Tilbage',

  errors: (app) => ({
    invalid_request:
      'Kasseserveren forstod det ikke, så der er ikke flyttet penge. Tjek beløbet og teksten, og prøv igen.',
    not_signed_in: 'Du er logget ud, så der er ikke gjort noget. Log ind, og prøv igen.',
    not_allowed: 'Det må du ikke, så der er ikke gjort noget. Spørg en leder.',
    pin_required: 'Indtast først din pinkode, for der er ikke gjort noget. Prøv så igen.',
    approval_required:
      'Det skal godkendes af en leder, så der er ikke gjort noget. Skriv en leders navn og pinkode.',
    session_locked: 'Siden er låst, så der er ikke gjort noget. Indtast din pinkode, og prøv igen.',
    not_found: 'Kasseserveren kender ikke denne betaling, så der er ikke gjort noget. Genindlæs siden.',
    till_busy:
      'Der er allerede en betaling på kundeskærmen, så ingen ny blev startet. Gør den færdig, eller annullér den først.',
    idempotency_mismatch:
      'Salget blev ændret, efter at det var sendt: Kun det, der blev sendt først, gælder. Se, hvad kunden ser, før du opkræver igen.',
    wrong_state:
      'Betalingen er kommet videre, så det kan ikke lade sig gøre længere, og der blev ikke flyttet penge. Se, hvordan den står nu.',
    amount_out_of_range: 'Beløbet er ikke gyldigt, så der er ikke flyttet penge. Vælg et andet.',
    refund_exceeds_captured:
      'Det er mere, end der kan refunderes, så intet blev refunderet. Vælg et mindre beløb.',
    vipps_rejected: `${app} afviste det, så der er ikke flyttet penge. Prøv igen. Spørg en leder, hvis det bliver afvist igen.`,
    vipps_unavailable: `${app} svarer ikke, så ingen ved endnu, om der er flyttet penge. Det, du bad om, er gemt og gennemføres automatisk. Gør det ikke en gang til.`,
    rate_limited:
      'Det gik for hurtigt for kasseserveren, så der er ikke gjort noget. Vent nogle sekunder, og prøv igen.',
    storage_unavailable:
      'Kasseserveren kan ikke skrive til sin disk, så vi ved ikke, om der er flyttet penge. Prøv igen: Intet bliver gjort to gange. Spørg en leder, hvis det ikke hjælper.',
    internal:
      'Der gik noget galt i kasseserveren, så vi ved ikke, om der er flyttet penge. Prøv igen: Intet bliver gjort to gange.',
    unreachable:
      'Der er ingen forbindelse til kasseserveren. Prøv igen: Intet bliver gjort to gange. Indtil den svarer, ved vi ikke, om der er flyttet penge.',
  }),
};
