import type { Texts } from '../texts.ts';

export * from './shared/agreement.ts';
export * from './shared/common.ts';

export const display: Texts['display'] = {
  language: 'Språk',
  largeText: 'Større tekst',
  lastMinute: 'Ett minutt igjen',
  reconnecting: 'Kobler til igjen',
  reconnectingTo: (app) => `Kobler til ${app} igjen`,
  qrAlt: (amount, app) => `QR-kode: skann for å betale ${amount} med ${app}`,
  steps: { scan: 'Skann', approve: 'Godkjenn', done: 'Ferdig' },
  idle: { title: 'Velkommen', text: (app) => `Her kan du betale med ${app}` },
  started: { title: 'Vi gjør klar', text: 'QR-koden din er på vei' },
  presented: {
    title: 'Skann for å betale',
    text: (app) => `Med mobilkameraet eller i ${app}`,
    textToApprove: (app) => `Godkjenn deretter betalingen i ${app}`,
  },
  scanned: { title: (app) => `Godkjenn i ${app}`, text: 'Vi venter på at du godkjenner' },
  declined: 'Kortet ble avvist. Du kan velge et annet kort i appen.',
  closing: { title: 'Et øyeblikk', text: (app) => `Vi sjekker betalingen hos ${app}` },
  approved: { title: 'Betalt', text: 'Takk, og ha en fin dag' },
  paidLate: 'Snakk med oss i kassen før du går.',
  refunded: {
    title: 'Refundert',
    text: 'Pengene er på vei tilbake. Det kan ta noen dager før du ser dem i banken.',
  },
  refundedInPart: (amount) => `${amount} er på vei tilbake til deg`,
  cancelled: {
    title: 'Betalingen er avbrutt',
    text: 'Ingen penger er trukket. Spør i kassen hvis du vil betale likevel.',
  },
  expired: { title: 'Tiden er ute', text: 'Ingen penger er trukket. Be om en ny kode i kassen.' },
  failed: { title: 'Betalingen kom ikke i gang', text: 'Ingen penger er trukket. Spør i kassen.' },
  failedUnavailable: (app) => `Vi fikk ikke kontakt med ${app}. Ingen penger er trukket. Spør i kassen.`,
  late: {
    returning: {
      title: 'Betalingen blir omgjort',
      text: 'Betalingen gjaldt ikke lenger da du godkjente den.',
    },
    released: {
      title: 'Du blir ikke trukket for dette',
      text: 'Betalingen gjaldt ikke lenger da du godkjente den.',
    },
    refunded: {
      title: 'Beløpet er refundert',
      text: 'Betalingen gjaldt ikke lenger da du godkjente den. Det kan ta noen dager før du ser pengene i banken.',
    },
    kept: {
      title: 'Spør i kassen',
      text: 'Betalingen gjaldt ikke lenger da du godkjente den. I kassen får du hjelp til å få pengene tilbake.',
    },
  },
  signUp: {
    qrAlt: (product, price, app) => `QR-kode: skann for å abonnere på ${product}, ${price}, med ${app}`,
    presented: {
      title: 'Skann for å abonnere',
      text: (app) => `Godkjenn deretter avtalen i ${app}`,
    },
    closing: (app) => `Vi sjekker avtalen hos ${app}`,
    active: {
      title: 'Abonnementet ditt er aktivt',
      text: (product) => `Velkommen til ${product}.`,
    },
    paid: (amount) => `Du betalte ${amount} i dag.`,
    paidNothing: 'Du betalte ingenting i dag.',
    stopping: { title: 'Abonnementet ditt blir stoppet', text: 'Det tar et øyeblikk.' },
    stopped: { title: 'Abonnementet ditt er stoppet', text: 'Det blir ikke trukket noe mer.' },
    cancelled: {
      title: 'Bestillingen er avbrutt',
      text: 'Ingen avtale er inngått. Ingen penger er trukket.',
    },
    expired: {
      title: 'Tiden er ute',
      text: 'Ingen avtale er inngått. Ingen penger er trukket. Be om en ny kode i kassen.',
    },
    failed: {
      title: 'Bestillingen kom ikke i gang',
      text: 'Ingen avtale er inngått. Ingen penger er trukket. Spør i kassen.',
    },
    failedUnavailable: (app) => `Vi fikk ikke kontakt med ${app}. Ingen avtale er inngått. Spør i kassen.`,
    late: {
      returning: {
        title: 'Avtalen blir avsluttet',
        text: 'Bestillingen gjaldt ikke lenger da du godkjente den.',
      },
      released: {
        title: 'Avtalen er avsluttet',
        text: 'Bestillingen gjaldt ikke lenger da du godkjente den. Be om en ny kode i kassen.',
      },
    },
  },
  released: { title: 'Ingenting er trukket', text: 'Det reserverte beløpet er frigitt' },
  pairing: {
    title: 'Koble til denne skjermen',
    text: 'Skriv inn koden i kassen, under Kundeskjermer.',
    slowed: 'Koden kommer om et øyeblikk.',
  },
};
