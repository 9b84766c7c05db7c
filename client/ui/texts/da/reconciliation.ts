import type { Texts } from '../texts.ts';

export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';

const payments = (count: number) => `${count} ${count === 1 ? 'betaling' : 'betalinger'}`;

export const reconciliation: Texts['reconciliation'] = {
  day: 'Dag',
  dayBefore: 'Dagen før',
  dayAfter: 'Dagen efter',
  checkAgain: 'Tjek igen',
  print: 'Udskriv',
  checking: (app) => `Sammenligner alle dagens betalinger med ${app}…`,
  checkedAt: (time) => `Tjekket ${time}`,
  soFar: 'Dagen indtil nu',

  verdict: {
    differs: (count) => `${payments(count)} stemmer ikke`,
    differsText: (app) => `Det, butikken har registreret, og det, ${app} viser, er ikke det samme.`,
    unreached: (app) => `Der var ingen forbindelse til ${app}`,
    refused: (app) => `${app} afviste forespørgslen`,
    nothingCompared: 'Ingen betalinger kunne sammenlignes. Summerne er butikkens egne tal. Tjek igen senere.',
    unchecked: (count) => `${payments(count)} kunne ikke tjekkes`,
    uncheckedText: 'De andre stemmer. Tjek igen senere.',
    agrees: (app) => `Alt stemmer med ${app}`,
    agreesSoFar: (app) => `Alt, hvad der er sammenlignet, stemmer med ${app}`,
    unfinished: (count) => `${payments(count)} er ikke ${count === 1 ? 'færdig' : 'færdige'} endnu.`,
    empty: 'Ingen betalinger denne dag',
    emptyText: 'Der er ikke noget at sammenligne.',
  },
  counts: {
    agrees: (count) => `${count} stemmer`,
    differs: (count) => `${count} stemmer ikke`,
    in_progress: (count) => `${count} i gang`,
    open: (count) => `${count} stadig ${count === 1 ? 'åben' : 'åbne'}`,
    not_checked: (count) => `${count} ikke tjekket`,
  },

  differences: 'Afvigelser',
  difference: {
    late_money: (app, amount) =>
      `Denne betaling blev afsluttet ubetalt, men ${app} viser ${amount} på den. Pengene tilbageføres automatisk. Tjek igen om et minut.`,
    late_money_kept: (app, amount) =>
      `Denne betaling blev afsluttet ubetalt, men ${app} viser ${amount} på den. Giv kunden pengene tilbage på portal.vippsmobilepay.com.`,
    unknown_at_vipps: (app) => `Betalt her, men ${app} kender ikke denne betaling.`,
    voided: (app) => `Betalt her, men annulleret hos ${app}: Kunden har ikke betalt.`,
    not_reserved: (app) => `Betalt her, men ${app} viser ikke noget reserveret.`,
    captured_there: (app, amount) => `${amount} mere er hævet hos ${app} end her, for eksempel i portalen.`,
    captured_here: (app, amount) => `${amount} er hævet her, men ${app} viser det ikke.`,
    refunded_there: (app, amount) =>
      `${amount} mere er refunderet hos ${app} end her, for eksempel i portalen.`,
    refunded_here: (app, amount) => `${amount} er refunderet her, men ${app} viser det ikke.`,
    not_captured: (amount) =>
      `${amount} er reserveret, men ikke hævet: Butikken får ikke pengene, før nogen hæver dem.`,
  },
  notChecked: 'Ikke tjekket',
  unchecked: {
    vipps_unavailable: (app) => `${app} svarede ikke.`,
    vipps_rejected: (app) => `${app} afviste forespørgslen.`,
    not_asked: (app) => `Ikke spurgt: ${app} svarede ikke tidligere, eller det tog for lang tid.`,
  },
  unfinished: 'Ikke færdig endnu, derfor ikke sammenlignet',
  unfinishedText: {
    open: 'Stadig åben: Kunden kan betale, eller den er ved at blive afsluttet.',
    in_progress: 'En hævning eller refundering er i gang, eller noget er lige blevet ændret.',
  },
  more: (count) => `og ${count} til på listen over betalinger nedenfor`,

  totals: 'Summer pr. kasse',
  totalsBy: 'Ifølge butikkens egne tal.',
  totalsWithout: 'Ifølge butikkens egne tal: Det, der er gjort andre steder, tæller fra det blev fundet.',
  columns: {
    till: 'Kasse',
    sales: 'Salg',
    captured: 'Hævet',
    refunded: 'Refunderet',
    released: 'Frigivet',
    net: 'Netto',
    reserved: 'Reserveret, ikke hævet',
    time: 'Tid',
    payment: 'Betaling',
    what: 'Hvad',
    amount: 'Beløb',
    here: 'Her',
    there: (app) => `Hos ${app}`,
    result: 'Resultat',
  },
  total: 'I alt',

  uncaptured: 'Reserveret og ikke hævet endnu',
  uncapturedBy: (amount, day) => `${amount}, hæv senest ${day}`,

  moved: 'Pengebevægelser',
  movement: {
    captured: 'Hævet',
    refunded: 'Refunderet',
    released: 'Frigivet',
    found: (app) => `fundet hos ${app}`,
    of: (day) => `salg fra ${day}`,
  },

  payments: 'Betalinger',
  state: {
    open: 'Stadig åben',
    cancelled: 'Annulleret',
    cancelledByCustomer: 'Annulleret af kunden',
    expired: 'Tiden udløb',
    failed: 'Kom ikke i gang',
    reserved: (amount) => `Reserveret ${amount}`,
    capturing: (amount) => `Hæver ${amount}`,
    captureRefused: (amount) => `Reserveret ${amount}, hævning afvist`,
    captured: (amount) => `Hævet ${amount}`,
    refunded: (amount) => `refunderet ${amount}`,
    released: (amount) => `Frigivet ${amount}`,
    nothing: 'Intet reserveret',
    unknown: 'Ukendt',
    notAsked: 'Ikke spurgt',
    noAnswer: 'Intet svar',
  },
  result: {
    agrees: 'Stemmer',
    differs: 'Stemmer ikke',
    in_progress: 'I gang',
    open: 'Åben',
    not_checked: 'Ikke tjekket',
  },

  unreachable: {
    title: 'Der er ingen forbindelse til kasseserveren',
    text: 'Intet kunne sammenlignes. Tjek igen, når serveren er tilbage.',
  },
  managersOnly: { title: 'Kun for ledere', text: 'Dagsopgørelsen er for ledere. Spørg en af dem.' },
  wrongDay: { title: 'Der er ingen rapport for denne dag', text: 'Vælg i dag eller en tidligere dag.' },
  faulty: {
    title: 'Der gik noget galt i kasseserveren',
    text: 'Dagen kunne ikke sammenlignes. Tjek igen om et minut.',
  },
  old: 'Dagen kunne ikke sammenlignes igen. Du ser den forrige sammenligning.',
};
