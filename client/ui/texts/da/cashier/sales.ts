// What the cashier reads about the sales of the day, finding one, comparing it with the wallet, and its slip.
import type { Texts } from '../../texts.ts';

const sales = (count: number) => `${count} salg`;

export const finding: Texts['finding'] = {
  open: 'Find et salg',
  title: 'Salg',
  what: 'Reference, beløb eller tekst',
  state: 'Status',
  anyState: 'Alle',
  uncaptured: 'Reserveret, ikke hævet',
  from: 'Fra',
  to: 'Til',
  go: 'Søg',
  more: 'Vis flere',
  nothing: 'Ingen salg fundet. Prøv med færre bogstaver, kun beløbet eller andre dage.',
  missing: 'Salgene kunne ikke hentes. Ingen penge er flyttet. Søg igen.',
  csv: 'Hent som CSV',
};

export const hours: Texts['hours'] = {
  title: 'Salg pr. time',
  hour: 'Time',
  count: 'Salg',
  sum: 'Beløb',
  most: (hour, count, sum) => `Flest kl. ${hour}: ${sales(count)}, ${sum}`,
};

export const check: Texts['check'] = {
  go: (app) => `Tjek hos ${app}`,
  going: 'Tjekker…',
  agrees: (app) => `${app} viser det samme som denne kasse.`,
  open: 'Betalingen er ikke afsluttet endnu. Den følges hele tiden.',
  inProgress: 'Der flyttes penge på denne betaling lige nu. Tjek igen om lidt.',
  notChecked: (app) => `${app} svarede ikke, så intet kunne sammenlignes. Tjek igen om et minut.`,
  shows: (app) => `${app} viser`,
  unknownThere: 'Ukendt',
  differences: {
    late_money: (app) =>
      `${app} viser penge på denne betaling, selv om den endte uden. De tilbageføres automatisk.`,
    late_money_kept: (app) =>
      `${app} viser penge på denne betaling, selv om den endte uden. En leder skal give dem tilbage i ${app}-portalen.`,
    unknown_at_vipps: (app) => `Betalt her, men ${app} kender ikke betalingen. Ring til support.`,
    voided: (app) => `Betalt her, men annulleret hos ${app}: Kunden har ikke betalt.`,
    not_reserved: (app) => `Betalt her, men ${app} viser intet reserveret. Ring til support.`,
    captured_differs: (app) => `${app} viser et andet hævet beløb end denne kasse. Sig det til en leder.`,
    refunded_differs: (app) =>
      `${app} viser et andet refunderet beløb end denne kasse. Sig det til en leder.`,
    not_captured: () => 'Penge er reserveret, men ikke hævet: Butikken har ikke fået dem endnu. Hæv dem.',
  },
};

export const slip: Texts['slip'] = {
  print: 'Udskriv betalingsbekræftelse',
  printRefund: (amount) => `Udskriv bekræftelse på refundering, ${amount}`,
  title: 'Bekræftelse på betaling',
  refundTitle: 'Bekræftelse på refundering',
  paidWith: (app) => `Betalt med ${app}`,
  reservedWith: (app) => `Reserveret med ${app}, ikke hævet endnu`,
  refundedWith: (app) => `Refunderet med ${app}`,
  total: 'I alt',
  tax: (percentage) => `Heraf ${percentage} moms`,
  date: 'Dato',
  place: 'Sted',
  servedBy: 'Betjent af',
  originalSale: 'Oprindeligt salg',
  paidThen: 'Betalt ved salget',
  reference: (app) => `Reference hos ${app}`,
  receiptElsewhere: 'Kvittering for købet får du ved kassen.',
  notReal: 'Ingen rigtige penge: Dette er en test.',
};
