import type { Texts } from '../../texts.ts';
import { access } from '../shared/access.ts';

export const cashier: Texts['cashier'] = {
  signedInAs: (name, role) => `${name}, ${access.roles[role].toLowerCase()}`,
  lock: 'Lås',
  signOut: 'Logga ut',
  signingOut: 'Loggar ut…',

  connectionLost:
    'Kontakten med kassaservern bröts. Ansluter igen… Det du ser kan vara inaktuellt; ingen betalning är förlorad.',
  newSale: 'Nytt köp',
  amount: 'Belopp',
  text: 'Text som kunden ser',
  keypad: 'Knappsats',
  delete: 'Radera',
  charge: 'Ta betalt',
  chargeAmount: (amount) => `Ta betalt ${amount}`,
  starting: 'Startar…',
  busy: 'Det finns en betalning på kundskärmen',
  atLeast: (amount) => `Minsta belopp är ${amount}`,
  tooMuch: (amount) => `Högst ${amount} kan betalas åt gången. Radera och slå in beloppet igen.`,
  tooPrecise: 'Ett kommatecken och högst två decimaler. Radera och slå in beloppet igen.',
  checking: (app) =>
    `${app} svarade inte. Kontrollerar vad som hände med köpet… Om inget händer, ta betalt igen: kunden betalar inte två gånger.`,

  now: 'Nu',
  onScreen: 'På kundskärmen',
  thisSale: 'Det här köpet',
  qrAlt: 'QR-koden som kunden ser',
  steps: { shown: 'Visad', scanned: 'Skannad', approved: 'Godkänd' },
  idle: { title: 'Redo', text: 'Slå in ett belopp för att börja.' },
  started: 'Hämtar QR-koden',
  presented: 'Väntar på att kunden skannar',
  scanned: 'Skannad, väntar på godkännande',
  reconnectingTo: (app) => `Ansluter till ${app} igen. Betalningen är inte förlorad.`,
  closing: {
    title: 'Ett ögonblick',
    text: (app) =>
      `Vi avslutar betalningen hos ${app}. Tills det är gjort kan kunden ha betalat: ta inte betalt av den här kunden igen än, inte heller kontant. Andra kunder kan betala.`,
  },
  approved: 'Betalt',
  paidLate: 'Betalt sent',
  captureNone: 'Pengarna är reserverade. Debitera dem via listan över dagens betalningar.',
  capturePending: 'Pengarna debiteras.',
  captureDone: 'Pengarna är debiterade.',
  capturedInPart: (captured, left) => `${captured} är debiterat, ${left} är fortfarande reserverat.`,
  capturedAndReleased: (captured, released) => `${captured} är debiterat, ${released} är frigjort.`,
  releaseDone: (amount) => `${amount} är frigjort. Inga pengar har dragits.`,
  cancelled: 'Avbruten',
  cancelledByCustomer: 'Avbruten av kunden',
  expired: 'Tiden gick ut',
  nothingTaken: 'Inga pengar har dragits.',
  failed: 'Kom inte i gång',
  failedUnavailable: (app) => `Ingen kontakt med ${app}. Inga pengar har dragits. Försök igen.`,
  failedRejected: (app) => `${app} nekade köpet. Inga pengar har dragits. Kontrollera beloppet och texten.`,
  failedKeys: (app) =>
    `${app} godtar inte den här butikens nycklar. Inga pengar har dragits. Säg till den som ställde in kassan: inget köp kan starta förrän det är åtgärdat.`,
  failedImageHost: (host) =>
    `QR-koden ligger på ${host}, som den här servern inte får hämta bilder från. Inga pengar har dragits. Säg till den som ställde in kassan: om det är en adress hos Vipps MobilePay ska den läggas till i VIPPS_QR_IMAGE_HOSTS.`,
  linesRefused: (app) =>
    `${app} tog inte emot orderraderna, så kundens kvitto i appen har inga. Köpet fortsätter utan dem.`,
  startedOver: { title: 'Började om', text: 'Köpet fortsätter med en ny referens.' },
  cancel: 'Avbryt betalningen',
  cancelQuestion: 'Avbryta betalningen?',
  cancelYes: 'Ja, avbryt',
  cancelNo: 'Fortsätt vänta',
  cancelling: 'Avbryter…',

  today: 'I dag',
  todayTotal: (sales, subscribers, total) => {
    const signedUp =
      subscribers === 0 ? '' : `${subscribers} ${subscribers === 1 ? 'prenumerant' : 'prenumeranter'}, `;
    return `I dag, ${sales} köp, ${signedUp}${total}`;
  },
  noSales: 'Inga betalningar i dag än.',
  listOld: 'Listan kunde inte uppdateras, så den kan vara inaktuell. Det görs ett nytt försök automatiskt.',
  loading: 'Laddar…',
  refundedSum: (amount) => `${amount} återbetalt`,
  reservedSum: (amount) => `${amount} fortfarande reserverat`,
  releasedSum: (amount) => `${amount} frigjort`,
  captureBy: (day) => `debitera senast ${day}`,

  details: 'Betalning',
  openDetails: 'Detaljer',
  close: 'Stäng',
  reference: 'Referens',
  startedAt: 'Startad',
  changedAt: 'Senast ändrad',
  captured: 'Debiterat',
  refunded: 'Återbetalt',
  released: 'Frigjort',
  capture: (amount) => `Debitera ${amount}`,
  captureQuestion: (amount) => `Debitera ${amount}?`,
  captureYes: 'Ja, debitera',
  capturing: 'Debiterar…',
  capturePart: 'Ett annat belopp',
  captureAmount: 'Belopp att debitera',
  captureAtMost: (amount) => `Högst ${amount} kan debiteras.`,
  captureIt: 'Debitera det här beloppet',
  release: (amount) => `Frigör ${amount}`,
  releaseQuestion: (amount) => `Frigöra ${amount}? Efter det kan beloppet inte debiteras.`,
  releaseYes: 'Ja, frigör',
  releaseNo: 'Behåll reservationen',
  releasing: 'Frigör…',
  saidBy: (app, reason) => `${app} säger: ${reason}`,
  refund: 'Återbetala',
  refundAmount: 'Belopp att återbetala',
  refundAtMost: (amount) => `Högst ${amount} kan återbetalas.`,
  amountNonsense: 'Skriv ett belopp, till exempel 12,50.',
  refundContinue: 'Fortsätt',
  refundQuestion: (amount) => `Återbetala ${amount}?`,
  refundYes: 'Ja, återbetala',
  refunding: 'Återbetalar…',
  refundDone: (amount) => `${amount} är återbetalt. Det kan dröja några dagar innan kunden ser pengarna.`,
  refundCompleting: (amount, app) =>
    `${app} svarade inte i tid. Återbetalningen på ${amount} slutförs. Återbetala inte en gång till.`,
  back: 'Tillbaka',

  errors: (app) => ({
    invalid_request:
      'Kassaservern förstod inte det här, så inga pengar har flyttats. Kontrollera beloppet och texten och försök igen.',
    not_signed_in: 'Du är utloggad, så inget har gjorts. Logga in igen och gör om det här.',
    not_allowed: 'Du får inte göra det här, så inget har gjorts. Fråga en chef.',
    pin_required: 'Ange din pinkod först, inget har gjorts. Försök sedan igen.',
    approval_required:
      'Det här måste godkännas av en chef, så inget har gjorts. Skriv en chefs namn och pinkod.',
    session_locked: 'Sidan är låst, så inget har gjorts. Ange din pinkod och försök igen.',
    not_found: 'Kassaservern känner inte till den här betalningen, så inget har gjorts. Ladda om sidan.',
    till_busy:
      'Det finns redan en betalning på kundskärmen, så ingen ny startades. Slutför eller avbryt den först.',
    idempotency_mismatch:
      'Köpet ändrades efter att det hade skickats: bara det som skickades först gäller. Se efter vad kunden ser innan du tar betalt igen.',
    wrong_state:
      'Betalningen har kommit vidare, så det här går inte längre, och inga pengar flyttades. Se hur den står nu.',
    amount_out_of_range: 'Beloppet är inte giltigt, så inga pengar har flyttats. Välj ett annat.',
    refund_exceeds_captured:
      'Det är mer än vad som kan återbetalas, så inget återbetalades. Välj ett mindre belopp.',
    vipps_rejected: `${app} nekade det här, så inga pengar har flyttats. Försök igen. Fråga en chef om det nekas igen.`,
    vipps_unavailable: `${app} svarar inte, så ingen vet än om pengar har flyttats. Det du bad om är sparat och slutförs automatiskt. Gör inte om det.`,
    rate_limited:
      'Det gick för fort för kassaservern, så inget har gjorts. Vänta några sekunder och försök igen.',
    storage_unavailable:
      'Kassaservern kan inte skriva till sin disk, så vi vet inte om pengar har flyttats. Försök igen: inget görs två gånger. Fråga en chef om det inte hjälper.',
    internal:
      'Något gick fel i kassaservern, så vi vet inte om pengar har flyttats. Försök igen: inget görs två gånger.',
    unreachable:
      'Ingen kontakt med kassaservern. Försök igen: inget görs två gånger. Tills den svarar vet vi inte om pengar har flyttats.',
  }),
};
