import type { Texts } from '../../texts.ts';
import { access } from '../shared/access.ts';

export const cashier: Texts['cashier'] = {
  signedInAs: (name, role) => `${name}, ${access.roles[role].toLowerCase()}`,
  lock: 'Lås',
  signOut: 'Logg ut',
  signingOut: 'Logger ut…',

  connectionLost:
    'Mistet kontakten med kasseserveren. Kobler til igjen… Det du ser, kan være utdatert; ingen betaling er tapt.',
  newSale: 'Nytt salg',
  amount: 'Beløp',
  text: 'Tekst som kunden ser',
  keypad: 'Talltastatur',
  delete: 'Slett',
  charge: 'Ta betalt',
  chargeAmount: (amount) => `Ta betalt ${amount}`,
  starting: 'Starter…',
  busy: 'Det er en betaling på kundeskjermen',
  atLeast: (amount) => `Minste beløp er ${amount}`,
  tooMuch: (amount) => `Det kan ikke betales mer enn ${amount} om gangen. Slett, og tast inn på nytt.`,
  tooPrecise: 'Ett komma, og høyst to desimaler. Slett, og tast inn på nytt.',
  checking: (app) =>
    `${app} svarte ikke. Sjekker hva som skjedde med salget… Hvis ingenting skjer, ta betalt på nytt: Kunden betaler ikke to ganger.`,

  now: 'Nå',
  onScreen: 'På kundeskjermen',
  thisSale: 'Dette salget',
  qrAlt: 'QR-koden som kunden ser',
  steps: { shown: 'Vist', scanned: 'Skannet', approved: 'Godkjent' },
  idle: { title: 'Klar', text: 'Tast inn et beløp for å starte et salg.' },
  started: 'Henter QR-koden',
  presented: 'Venter på at kunden skanner',
  scanned: 'Skannet, venter på godkjenning',
  reconnectingTo: (app) => `Kobler til ${app} igjen. Betalingen er ikke tapt.`,
  closing: {
    title: 'Et øyeblikk',
    text: (app) =>
      `Vi avslutter betalingen hos ${app}. Til det er gjort, kan kunden ha betalt: Ikke ta betalt av denne kunden igjen ennå, heller ikke kontant. Andre kunder kan betale.`,
  },
  approved: 'Betalt',
  paidLate: 'Betalt sent',
  captureNone: 'Pengene er reservert. Trekk dem via listen over dagens betalinger.',
  capturePending: 'Pengene blir trukket.',
  captureDone: 'Pengene er trukket.',
  capturedInPart: (captured, left) => `${captured} er trukket, ${left} er fortsatt reservert.`,
  capturedAndReleased: (captured, released) => `${captured} er trukket, ${released} er frigitt.`,
  releaseDone: (amount) => `${amount} er frigitt. Ingen penger er trukket.`,
  cancelled: 'Avbrutt',
  cancelledByCustomer: 'Avbrutt av kunden',
  expired: 'Tiden gikk ut',
  nothingTaken: 'Ingen penger er trukket.',
  failed: 'Kom ikke i gang',
  failedUnavailable: (app) => `Fikk ikke kontakt med ${app}. Ingen penger er trukket. Prøv igjen.`,
  failedRejected: (app) => `${app} avviste salget. Ingen penger er trukket. Sjekk beløpet og teksten.`,
  failedKeys: (app) =>
    `${app} godtar ikke nøklene til denne butikken. Ingen penger er trukket. Si fra til den som satte opp kassen: Ingen salg kan starte før det er rettet.`,
  failedImageHost: (host) =>
    `QR-koden ligger på ${host}, som denne serveren ikke får hente bilder fra. Ingen penger er trukket. Si fra til den som satte opp kassen: Er det en adresse hos Vipps MobilePay, skal den legges til i VIPPS_QR_IMAGE_HOSTS.`,
  linesRefused: (app) =>
    `${app} tok ikke imot varelinjene, så kundens kvittering i appen har ingen. Salget går videre uten dem.`,
  startedOver: { title: 'Startet på nytt', text: 'Salget fortsetter med ny referanse.' },
  cancel: 'Avbryt betalingen',
  cancelQuestion: 'Avbryte betalingen?',
  cancelYes: 'Ja, avbryt',
  cancelNo: 'Fortsett å vente',
  cancelling: 'Avbryter…',

  today: 'I dag',
  todayTotal: (sales, subscribers, total) => {
    const signedUp =
      subscribers === 0 ? '' : `${subscribers} ${subscribers === 1 ? 'abonnent' : 'abonnenter'}, `;
    return `I dag, ${sales} salg, ${signedUp}${total}`;
  },
  noSales: 'Ingen betalinger i dag ennå.',
  listOld: 'Fikk ikke oppdatert listen, så den kan være utdatert. Det prøves igjen automatisk.',
  loading: 'Laster…',
  refundedSum: (amount) => `${amount} refundert`,
  reservedSum: (amount) => `${amount} fortsatt reservert`,
  releasedSum: (amount) => `${amount} frigitt`,
  captureBy: (day) => `trekk innen ${day}`,

  details: 'Betaling',
  openDetails: 'Detaljer',
  close: 'Lukk',
  reference: 'Referanse',
  startedAt: 'Startet',
  changedAt: 'Sist endret',
  captured: 'Trukket',
  refunded: 'Refundert',
  released: 'Frigitt',
  capture: (amount) => `Trekk ${amount}`,
  captureQuestion: (amount) => `Trekke ${amount}?`,
  captureYes: 'Ja, trekk',
  capturing: 'Trekker…',
  capturePart: 'Et annet beløp',
  captureAmount: 'Beløp som skal trekkes',
  captureAtMost: (amount) => `Høyst ${amount} kan trekkes.`,
  captureIt: 'Trekk dette beløpet',
  release: (amount) => `Frigi ${amount}`,
  releaseQuestion: (amount) => `Frigi ${amount}? Etter det kan beløpet ikke trekkes.`,
  releaseYes: 'Ja, frigi',
  releaseNo: 'Behold reservasjonen',
  releasing: 'Frigir…',
  saidBy: (app, reason) => `${app} sier: ${reason}`,
  refund: 'Refunder',
  refundAmount: 'Beløp som skal refunderes',
  refundAtMost: (amount) => `Høyst ${amount} kan refunderes.`,
  amountNonsense: 'Skriv et beløp, for eksempel 12,50.',
  refundContinue: 'Fortsett',
  refundQuestion: (amount) => `Refundere ${amount}?`,
  refundYes: 'Ja, refunder',
  refunding: 'Refunderer…',
  refundDone: (amount) => `${amount} er refundert. Det kan ta noen dager før kunden ser pengene.`,
  refundCompleting: (amount, app) =>
    `${app} svarte ikke i tide. Refusjonen på ${amount} blir fullført. Ikke refunder på nytt.`,
  back: 'Tilbake',

  errors: (app) => ({
    invalid_request:
      'Kasseserveren forstod ikke dette, så ingen penger er flyttet. Sjekk beløpet og teksten, og prøv igjen.',
    not_signed_in: 'Du er logget ut, så ingenting er gjort. Logg inn igjen, og gjør dette på nytt.',
    not_allowed: 'Du har ikke lov til dette, så ingenting er gjort. Spør en leder.',
    pin_required: 'Oppgi PIN-koden din først, for ingenting er gjort. Prøv så igjen.',
    approval_required:
      'Dette må godkjennes av en leder, så ingenting er gjort. Skriv inn navnet og PIN-koden til en leder.',
    session_locked: 'Siden er låst, så ingenting er gjort. Oppgi PIN-koden din, og prøv igjen.',
    not_found: 'Kasseserveren kjenner ikke denne betalingen, så ingenting er gjort. Last siden på nytt.',
    till_busy:
      'Det er allerede en betaling på kundeskjermen, så ingen ny ble startet. Fullfør eller avbryt den først.',
    idempotency_mismatch:
      'Salget ble endret etter at det var sendt: Bare det som ble sendt først, gjelder. Se hva kunden ser, før du tar betalt på nytt.',
    wrong_state:
      'Betalingen har kommet videre, så dette er ikke lenger mulig, og ingen penger ble flyttet. Se hvordan den står nå.',
    amount_out_of_range: 'Beløpet er ikke gyldig, så ingen penger er flyttet. Velg et annet.',
    refund_exceeds_captured:
      'Det er mer enn det som kan refunderes, så ingenting ble refundert. Velg et mindre beløp.',
    vipps_rejected: `${app} avviste dette, så ingen penger er flyttet. Prøv igjen. Spør en leder hvis det avvises igjen.`,
    vipps_unavailable: `${app} svarer ikke, så ingen vet ennå om penger er flyttet. Det du ba om, er lagret og fullføres automatisk. Ikke gjør det på nytt.`,
    rate_limited:
      'Det gikk for fort for kasseserveren, så ingenting er gjort. Vent noen sekunder, og prøv igjen.',
    storage_unavailable:
      'Kasseserveren får ikke skrevet til disken, så vi vet ikke om penger er trukket eller refundert. Prøv igjen: Ingenting gjøres to ganger. Spør en leder hvis det ikke hjelper.',
    internal:
      'Noe gikk galt i kasseserveren, så vi vet ikke om penger er trukket eller refundert. Prøv igjen: Ingenting gjøres to ganger.',
    unreachable:
      'Får ikke kontakt med kasseserveren. Prøv igjen: Ingenting gjøres to ganger. Til den svarer, vet vi ikke om penger er trukket eller refundert.',
  }),
};
