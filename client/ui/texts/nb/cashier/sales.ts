// What the cashier reads about the sales of the day, finding one, comparing it with the wallet, and its slip.
import type { Texts } from '../../texts.ts';

const sales = (count: number) => `${count} salg`;

export const finding: Texts['finding'] = {
  open: 'Finn et salg',
  title: 'Salg',
  what: 'Referanse, beløp eller tekst',
  state: 'Status',
  anyState: 'Alle',
  uncaptured: 'Reservert, ikke trukket',
  from: 'Fra',
  to: 'Til',
  go: 'Søk',
  more: 'Vis flere',
  nothing: 'Fant ingen salg. Prøv med færre bokstaver, bare beløpet eller andre dager.',
  missing: 'Salgene kunne ikke hentes. Ingen penger er flyttet. Søk igjen.',
  csv: 'Last ned som CSV',
};

export const hours: Texts['hours'] = {
  title: 'Salg per time',
  hour: 'Time',
  count: 'Salg',
  sum: 'Beløp',
  most: (hour, count, sum) => `Mest kl. ${hour}: ${sales(count)}, ${sum}`,
};

export const check: Texts['check'] = {
  go: (app) => `Sjekk mot ${app}`,
  going: 'Sjekker…',
  agrees: (app) => `${app} viser det samme som denne kassen.`,
  open: 'Betalingen er ikke ferdig ennå. Den følges hele tiden.',
  inProgress: 'Penger flyttes på denne betalingen akkurat nå. Sjekk igjen om et øyeblikk.',
  notChecked: (app) => `${app} svarte ikke, så ingenting kunne sammenlignes. Sjekk igjen om et minutt.`,
  shows: (app) => `${app} viser`,
  unknownThere: 'Ukjent',
  differences: {
    late_money: (app) =>
      `${app} viser penger på denne betalingen selv om den endte uten. De tilbakeføres automatisk.`,
    late_money_kept: (app) =>
      `${app} viser penger på denne betalingen selv om den endte uten. En leder må gi dem tilbake i ${app}-portalen.`,
    unknown_at_vipps: (app) => `Betalt her, men ${app} kjenner ikke betalingen. Ring kundeservice.`,
    voided: (app) => `Betalt her, men kansellert hos ${app}: Kunden er ikke trukket.`,
    not_reserved: (app) => `Betalt her, men ${app} viser ingenting reservert. Ring kundeservice.`,
    captured_differs: (app) => `${app} viser et annet trukket beløp enn denne kassen. Si fra til en leder.`,
    refunded_differs: (app) => `${app} viser et annet refundert beløp enn denne kassen. Si fra til en leder.`,
    not_captured: () => 'Penger er reservert, men ikke trukket: Butikken har ikke fått dem ennå. Trekk dem.',
  },
};

export const slip: Texts['slip'] = {
  print: 'Skriv ut betalingsbekreftelse',
  printRefund: (amount) => `Skriv ut bekreftelse på refusjon, ${amount}`,
  title: 'Betalingsbekreftelse',
  refundTitle: 'Bekreftelse på refusjon',
  paidWith: (app) => `Betalt med ${app}`,
  reservedWith: (app) => `Reservert med ${app}, ikke trukket ennå`,
  refundedWith: (app) => `Refundert med ${app}`,
  total: 'Totalt',
  tax: (percentage) => `Herav mva. ${percentage}`,
  date: 'Dato',
  place: 'Sted',
  servedBy: 'Betjent av',
  originalSale: 'Opprinnelig salg',
  paidThen: 'Betalt ved salget',
  reference: (app) => `Referanse hos ${app}`,
  receiptElsewhere: 'Kvittering for kjøpet får du i kassen.',
  notReal: 'Ingen ekte penger: Dette er en test.',
};
