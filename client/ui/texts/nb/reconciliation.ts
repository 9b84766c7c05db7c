import type { Texts } from '../texts.ts';

export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';

const payments = (count: number) => `${count} ${count === 1 ? 'betaling' : 'betalinger'}`;

export const reconciliation: Texts['reconciliation'] = {
  day: 'Dag',
  dayBefore: 'Dagen før',
  dayAfter: 'Dagen etter',
  checkAgain: 'Sjekk igjen',
  print: 'Skriv ut',
  checking: (app) => `Sammenligner alle dagens betalinger med ${app}…`,
  checkedAt: (time) => `Sjekket ${time}`,
  soFar: 'Dagen så langt',

  verdict: {
    differs: (count) => `${payments(count)} stemmer ikke`,
    differsText: (app) => `Det butikken har registrert og det ${app} viser, er ikke det samme.`,
    unreached: (app) => `Fikk ikke kontakt med ${app}`,
    refused: (app) => `${app} avviste forespørselen`,
    nothingCompared:
      'Ingen betalinger kunne sammenlignes. Summene er butikkens egne tall. Sjekk igjen senere.',
    unchecked: (count) => `${payments(count)} kunne ikke sjekkes`,
    uncheckedText: 'De andre stemmer. Sjekk igjen senere.',
    agrees: (app) => `Alt stemmer med ${app}`,
    agreesSoFar: (app) => `Alt som er sammenlignet, stemmer med ${app}`,
    unfinished: (count) => `${payments(count)} er ikke ${count === 1 ? 'ferdig' : 'ferdige'} ennå.`,
    empty: 'Ingen betalinger denne dagen',
    emptyText: 'Det er ingenting å sammenligne.',
  },
  counts: {
    agrees: (count) => `${count} stemmer`,
    differs: (count) => `${count} stemmer ikke`,
    in_progress: (count) => `${count} under behandling`,
    open: (count) => `${count} fortsatt ${count === 1 ? 'åpen' : 'åpne'}`,
    not_checked: (count) => `${count} ikke sjekket`,
  },

  differences: 'Avvik',
  difference: {
    late_money: (app, amount) =>
      `Denne betalingen ble avsluttet ubetalt, men ${app} viser ${amount} på den. Pengene tilbakeføres automatisk. Sjekk igjen om et minutt.`,
    late_money_kept: (app, amount) =>
      `Denne betalingen ble avsluttet ubetalt, men ${app} viser ${amount} på den. Gi pengene tilbake til kunden på portal.vippsmobilepay.com.`,
    unknown_at_vipps: (app) => `Betalt her, men ${app} kjenner ikke denne betalingen.`,
    voided: (app) => `Betalt her, men avbrutt hos ${app}: Kunden er ikke trukket.`,
    not_reserved: (app) => `Betalt her, men ${app} viser ingenting reservert.`,
    captured_there: (app, amount) => `${amount} mer er trukket hos ${app} enn her, for eksempel i portalen.`,
    captured_here: (app, amount) => `${amount} er trukket her, men det vises ikke hos ${app}.`,
    refunded_there: (app, amount) =>
      `${amount} mer er refundert hos ${app} enn her, for eksempel i portalen.`,
    refunded_here: (app, amount) => `${amount} er refundert her, men det vises ikke hos ${app}.`,
    not_captured: (amount) =>
      `${amount} er reservert, men ikke trukket: Butikken får ikke pengene før noen trekker dem.`,
  },
  notChecked: 'Ikke sjekket',
  unchecked: {
    vipps_unavailable: (app) => `${app} svarte ikke.`,
    vipps_rejected: (app) => `${app} avviste forespørselen.`,
    not_asked: (app) => `Ikke spurt: ${app} svarte ikke tidligere, eller det tok for lang tid.`,
  },
  unfinished: 'Ikke ferdig ennå, derfor ikke sammenlignet',
  unfinishedText: {
    open: 'Fortsatt åpen: Kunden kan betale, eller den er i ferd med å avsluttes.',
    in_progress: 'Et trekk eller en refusjon er i gang, eller noe ble nettopp endret.',
  },
  more: (count) => `og ${count} til i listen over betalinger nedenfor`,

  totals: 'Summer per kasse',
  totalsBy: 'Ifølge butikkens egne tall.',
  totalsWithout: 'Ifølge butikkens egne tall: Det som er gjort andre steder, teller fra det ble funnet.',
  columns: {
    till: 'Kasse',
    sales: 'Salg',
    captured: 'Trukket',
    refunded: 'Refundert',
    released: 'Frigitt',
    net: 'Netto',
    reserved: 'Reservert, ikke trukket',
    time: 'Tid',
    payment: 'Betaling',
    what: 'Hva',
    amount: 'Beløp',
    here: 'Her',
    there: (app) => `Hos ${app}`,
    result: 'Resultat',
  },
  total: 'Sum',

  uncaptured: 'Reservert og ikke trukket ennå',
  uncapturedBy: (amount, day) => `${amount}, trekk innen ${day}`,

  moved: 'Pengebevegelser',
  movement: {
    captured: 'Trukket',
    refunded: 'Refundert',
    released: 'Frigitt',
    found: (app) => `funnet hos ${app}`,
    of: (day) => `salg fra ${day}`,
  },

  payments: 'Betalinger',
  state: {
    open: 'Fortsatt åpen',
    cancelled: 'Avbrutt',
    cancelledByCustomer: 'Avbrutt av kunden',
    expired: 'Tiden gikk ut',
    failed: 'Kom ikke i gang',
    reserved: (amount) => `Reservert ${amount}`,
    capturing: (amount) => `Trekker ${amount}`,
    captureRefused: (amount) => `Reservert ${amount}, trekk avvist`,
    captured: (amount) => `Trukket ${amount}`,
    refunded: (amount) => `refundert ${amount}`,
    released: (amount) => `Frigitt ${amount}`,
    nothing: 'Ingenting reservert',
    unknown: 'Ukjent',
    notAsked: 'Ikke spurt',
    noAnswer: 'Svarte ikke',
  },
  result: {
    agrees: 'Stemmer',
    differs: 'Stemmer ikke',
    in_progress: 'Under behandling',
    open: 'Åpen',
    not_checked: 'Ikke sjekket',
  },

  unreachable: {
    title: 'Får ikke kontakt med kasseserveren',
    text: 'Ingenting kunne sammenlignes. Sjekk igjen når serveren er tilbake.',
  },
  managersOnly: { title: 'Bare for ledere', text: 'Dagsoppgjøret er for ledere. Spør en av dem.' },
  wrongDay: { title: 'Det finnes ingen rapport for denne dagen', text: 'Velg i dag eller en tidligere dag.' },
  faulty: {
    title: 'Noe gikk galt i kasseserveren',
    text: 'Dagen kunne ikke sammenlignes. Sjekk igjen om et minutt.',
  },
  old: 'Dagen kunne ikke sammenlignes på nytt. Du ser forrige sammenligning.',
};
