// What the cashier reads about the sales of the day, finding one, comparing it with the wallet, and its slip.
import type { Texts } from '../../texts.ts';

const sales = (count: number) => `${count} köp`;

export const finding: Texts['finding'] = {
  open: 'Hitta ett köp',
  title: 'Köp',
  what: 'Referens, belopp eller text',
  state: 'Status',
  anyState: 'Alla',
  uncaptured: 'Reserverat, inte debiterat',
  from: 'Från',
  to: 'Till',
  go: 'Sök',
  more: 'Visa fler',
  nothing: 'Inget köp hittades. Prova färre bokstäver, bara beloppet eller andra dagar.',
  missing: 'Köpen kunde inte hämtas. Inga pengar har flyttats. Sök igen.',
  csv: 'Ladda ner som CSV',
};

export const hours: Texts['hours'] = {
  title: 'Försäljning per timme',
  hour: 'Timme',
  count: 'Köp',
  sum: 'Belopp',
  most: (hour, count, sum) => `Mest kl. ${hour}: ${sales(count)}, ${sum}`,
};

export const check: Texts['check'] = {
  go: (app) => `Kontrollera hos ${app}`,
  going: 'Kontrollerar…',
  agrees: (app) => `${app} visar samma sak som den här kassan.`,
  open: 'Betalningen är inte klar än. Den bevakas hela tiden.',
  inProgress: 'Pengar flyttas på den här betalningen just nu. Kontrollera igen om en stund.',
  notChecked: (app) => `${app} svarade inte, så inget kunde jämföras. Kontrollera igen om en minut.`,
  shows: (app) => `${app} visar`,
  unknownThere: 'Okänd',
  differences: {
    late_money: (app) =>
      `${app} visar pengar på den här betalningen trots att den avslutades utan. De återförs automatiskt.`,
    late_money_kept: (app) =>
      `${app} visar pengar på den här betalningen trots att den avslutades utan. En chef måste betala tillbaka dem i ${app}-portalen.`,
    unknown_at_vipps: (app) => `Betald här, men ${app} känner inte till betalningen. Ring supporten.`,
    voided: (app) => `Betald här, men annullerad hos ${app}: kunden debiterades inte.`,
    not_reserved: (app) => `Betald här, men ${app} visar inget reserverat. Ring supporten.`,
    captured_differs: (app) => `${app} visar ett annat debiterat belopp än den här kassan. Säg till en chef.`,
    refunded_differs: (app) =>
      `${app} visar ett annat återbetalt belopp än den här kassan. Säg till en chef.`,
    not_captured: () =>
      'Pengar är reserverade men inte debiterade: butiken har inte fått dem än. Debitera dem.',
  },
};

export const slip: Texts['slip'] = {
  print: 'Skriv ut betalningsbekräftelse',
  printRefund: (amount) => `Skriv ut bekräftelse på återbetalning, ${amount}`,
  title: 'Bekräftelse på betalning',
  refundTitle: 'Bekräftelse på återbetalning',
  paidWith: (app) => `Betalt med ${app}`,
  reservedWith: (app) => `Reserverat med ${app}, inte debiterat ännu`,
  refundedWith: (app) => `Återbetalt med ${app}`,
  total: 'Totalt',
  tax: (percentage) => `Varav ${percentage} moms`,
  date: 'Datum',
  place: 'Plats',
  servedBy: 'Säljare',
  originalSale: 'Ursprungligt köp',
  paidThen: 'Betalt vid köpet',
  reference: (app) => `Referens hos ${app}`,
  receiptElsewhere: 'Kvitto på köpet får du i kassan.',
  notReal: 'Inga riktiga pengar: det här är ett test.',
};
