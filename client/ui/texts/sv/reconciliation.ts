import type { Texts } from '../texts.ts';

export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';

const payments = (count: number) => `${count} ${count === 1 ? 'betalning' : 'betalningar'}`;

export const reconciliation: Texts['reconciliation'] = {
  day: 'Dag',
  dayBefore: 'Dagen före',
  dayAfter: 'Dagen efter',
  checkAgain: 'Kontrollera igen',
  print: 'Skriv ut',
  checking: (app) => `Jämför alla dagens betalningar med ${app}…`,
  checkedAt: (time) => `Kontrollerat ${time}`,
  soFar: 'Dagen hittills',

  verdict: {
    differs: (count) => `${payments(count)} stämmer inte`,
    differsText: (app) => `Det butiken har registrerat och det ${app} visar är inte samma sak.`,
    unreached: (app) => `Ingen kontakt med ${app}`,
    refused: (app) => `${app} nekade förfrågan`,
    nothingCompared:
      'Inga betalningar kunde jämföras. Summorna är butikens egna uppgifter. Kontrollera igen senare.',
    unchecked: (count) => `${payments(count)} kunde inte kontrolleras`,
    uncheckedText: 'De andra stämmer. Kontrollera igen senare.',
    agrees: (app) => `Allt stämmer med ${app}`,
    agreesSoFar: (app) => `Allt som har jämförts stämmer med ${app}`,
    unfinished: (count) => `${payments(count)} är inte ${count === 1 ? 'klar' : 'klara'} än.`,
    empty: 'Inga betalningar den här dagen',
    emptyText: 'Det finns inget att jämföra.',
  },
  counts: {
    agrees: (count) => `${count} stämmer`,
    differs: (count) => `${count} stämmer inte`,
    in_progress: (count) => `${count} pågår`,
    open: (count) => `${count} fortfarande ${count === 1 ? 'öppen' : 'öppna'}`,
    not_checked: (count) => `${count} inte ${count === 1 ? 'kontrollerad' : 'kontrollerade'}`,
  },

  differences: 'Avvikelser',
  difference: {
    late_money: (app, amount) =>
      `Den här betalningen avslutades obetald, men ${app} visar ${amount} på den. Pengarna återförs automatiskt. Kontrollera igen om en minut.`,
    late_money_kept: (app, amount) =>
      `Den här betalningen avslutades obetald, men ${app} visar ${amount} på den. Ge kunden pengarna tillbaka på portal.vippsmobilepay.com.`,
    unknown_at_vipps: (app) => `Betald här, men ${app} känner inte till betalningen.`,
    voided: (app) => `Betald här, men avbruten hos ${app}: kunden debiterades inte.`,
    not_reserved: (app) => `Betald här, men ${app} visar inget reserverat.`,
    captured_there: (app, amount) =>
      `${amount} mer har debiterats hos ${app} än här, till exempel i portalen.`,
    captured_here: (app, amount) => `${amount} har debiterats här, men ${app} visar det inte.`,
    refunded_there: (app, amount) =>
      `${amount} mer har återbetalats hos ${app} än här, till exempel i portalen.`,
    refunded_here: (app, amount) => `${amount} har återbetalats här, men ${app} visar det inte.`,
    not_captured: (amount) =>
      `${amount} är reserverat men inte debiterat: butiken får inte pengarna förrän någon debiterar dem.`,
  },
  notChecked: 'Inte kontrollerat',
  unchecked: {
    vipps_unavailable: (app) => `${app} svarade inte.`,
    vipps_rejected: (app) => `${app} nekade förfrågan.`,
    not_asked: (app) => `Inte frågat: ${app} svarade inte tidigare, eller så tog det för lång tid.`,
  },
  unfinished: 'Inte klart än, därför inte jämfört',
  unfinishedText: {
    open: 'Fortfarande öppen: kunden kan betala, eller så håller den på att avslutas.',
    in_progress: 'En debitering eller återbetalning pågår, eller så ändrades något alldeles nyss.',
  },
  more: (count) => `och ${count} till i listan över betalningar nedan`,

  totals: 'Summor per kassa',
  totalsBy: 'Enligt butikens egna uppgifter.',
  totalsWithout: 'Enligt butikens egna uppgifter: det som gjorts på annat håll räknas från när det hittades.',
  columns: {
    till: 'Kassa',
    sales: 'Köp',
    captured: 'Debiterat',
    refunded: 'Återbetalt',
    released: 'Frigjort',
    net: 'Netto',
    reserved: 'Reserverat, inte debiterat',
    time: 'Tid',
    payment: 'Betalning',
    what: 'Vad',
    amount: 'Belopp',
    here: 'Här',
    there: (app) => `Hos ${app}`,
    result: 'Resultat',
  },
  total: 'Summa',

  uncaptured: 'Reserverat och inte debiterat än',
  uncapturedBy: (amount, day) => `${amount}, debitera senast ${day}`,

  moved: 'Penningrörelser',
  movement: {
    captured: 'Debiterat',
    refunded: 'Återbetalt',
    released: 'Frigjort',
    found: (app) => `hittat hos ${app}`,
    of: (day) => `köp från ${day}`,
  },

  payments: 'Betalningar',
  state: {
    open: 'Fortfarande öppen',
    cancelled: 'Avbruten',
    cancelledByCustomer: 'Avbruten av kunden',
    expired: 'Tiden gick ut',
    failed: 'Kom inte i gång',
    reserved: (amount) => `Reserverat ${amount}`,
    capturing: (amount) => `Debiterar ${amount}`,
    captureRefused: (amount) => `Reserverat ${amount}, debitering nekad`,
    captured: (amount) => `Debiterat ${amount}`,
    refunded: (amount) => `återbetalt ${amount}`,
    released: (amount) => `Frigjort ${amount}`,
    nothing: 'Inget reserverat',
    unknown: 'Okänd',
    notAsked: 'Inte frågat',
    noAnswer: 'Inget svar',
  },
  result: {
    agrees: 'Stämmer',
    differs: 'Stämmer inte',
    in_progress: 'Pågår',
    open: 'Öppen',
    not_checked: 'Inte kontrollerad',
  },

  unreachable: {
    title: 'Ingen kontakt med kassaservern',
    text: 'Inget kunde jämföras. Kontrollera igen när servern är tillbaka.',
  },
  managersOnly: { title: 'Bara för chefer', text: 'Dagsavslutet är för chefer. Fråga någon av dem.' },
  wrongDay: { title: 'Det finns ingen rapport för den här dagen', text: 'Välj i dag eller en tidigare dag.' },
  faulty: {
    title: 'Något gick fel i kassaservern',
    text: 'Dagen kunde inte jämföras. Kontrollera igen om en minut.',
  },
  old: 'Dagen kunde inte jämföras igen. Du ser den förra jämförelsen.',
};
