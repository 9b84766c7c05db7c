import type { Texts } from '../texts.ts';

export * from './shared/agreement.ts';
export * from './shared/common.ts';

export const display: Texts['display'] = {
  language: 'Sprog',
  largeText: 'Større tekst',
  lastMinute: 'Et minut tilbage',
  reconnecting: 'Forbinder igen',
  reconnectingTo: (app) => `Forbinder igen til ${app}`,
  qrAlt: (amount, app) => `QR-kode: scan for at betale ${amount} med ${app}`,
  steps: { scan: 'Scan', approve: 'Godkend', done: 'Færdig' },
  idle: { title: 'Velkommen', text: (app) => `Her kan du betale med ${app}` },
  started: { title: 'Vi gør klar', text: 'Din QR-kode er på vej' },
  presented: {
    title: 'Scan for at betale',
    text: (app) => `Med mobilens kamera eller i ${app}`,
    textToApprove: (app) => `Godkend derefter betalingen i ${app}`,
  },
  scanned: { title: (app) => `Godkend i ${app}`, text: 'Vi venter på din godkendelse' },
  declined: 'Kortet blev afvist. Du kan vælge et andet kort i appen.',
  closing: { title: 'Et øjeblik', text: (app) => `Vi tjekker betalingen hos ${app}` },
  approved: { title: 'Betalt', text: 'Tak, og hav en god dag' },
  paidLate: 'Tal med os ved kassen, før du går.',
  refunded: {
    title: 'Refunderet',
    text: 'Pengene er på vej tilbage. Der kan gå nogle dage, før du kan se dem i banken.',
  },
  refundedInPart: (amount) => `${amount} er på vej tilbage til dig`,
  cancelled: {
    title: 'Betalingen er annulleret',
    text: 'Der er ikke hævet penge. Spørg ved kassen, hvis du alligevel vil betale.',
  },
  expired: { title: 'Tiden er udløbet', text: 'Der er ikke hævet penge. Bed om en ny kode ved kassen.' },
  failed: { title: 'Betalingen kom ikke i gang', text: 'Der er ikke hævet penge. Spørg ved kassen.' },
  failedUnavailable: (app) =>
    `Vi kunne ikke få forbindelse til ${app}. Der er ikke hævet penge. Spørg ved kassen.`,
  late: {
    returning: {
      title: 'Betalingen bliver omgjort',
      text: 'Betalingen gjaldt ikke længere, da du godkendte den.',
    },
    released: {
      title: 'Der bliver ikke hævet penge',
      text: 'Betalingen gjaldt ikke længere, da du godkendte den.',
    },
    refunded: {
      title: 'Beløbet er refunderet',
      text: 'Betalingen gjaldt ikke længere, da du godkendte den. Der kan gå nogle dage, før du kan se pengene i banken.',
    },
    kept: {
      title: 'Spørg ved kassen',
      text: 'Betalingen gjaldt ikke længere, da du godkendte den. Ved kassen får du hjælp til at få pengene tilbage.',
    },
  },
  signUp: {
    qrAlt: (product, price, app) => `QR-kode: scan for at abonnere på ${product}, ${price}, med ${app}`,
    presented: {
      title: 'Scan for at abonnere',
      text: (app) => `Godkend derefter aftalen i ${app}`,
    },
    closing: (app) => `Vi tjekker aftalen hos ${app}`,
    active: {
      title: 'Dit abonnement er aktivt',
      text: (product) => `Velkommen til ${product}.`,
    },
    paid: (amount) => `Du betalte ${amount} i dag.`,
    paidNothing: 'Du betalte ikke noget i dag.',
    stopping: { title: 'Dit abonnement bliver stoppet', text: 'Det tager et øjeblik.' },
    stopped: { title: 'Dit abonnement er stoppet', text: 'Der bliver ikke hævet mere.' },
    cancelled: {
      title: 'Tilmeldingen er annulleret',
      text: 'Der er ikke indgået nogen aftale. Der er ikke hævet penge.',
    },
    expired: {
      title: 'Tiden er udløbet',
      text: 'Der er ikke indgået nogen aftale. Der er ikke hævet penge. Bed om en ny kode ved kassen.',
    },
    failed: {
      title: 'Tilmeldingen kom ikke i gang',
      text: 'Der er ikke indgået nogen aftale. Der er ikke hævet penge. Spørg ved kassen.',
    },
    failedUnavailable: (app) =>
      `Vi kunne ikke få forbindelse til ${app}. Der er ikke indgået nogen aftale. Spørg ved kassen.`,
    late: {
      returning: {
        title: 'Aftalen bliver afsluttet',
        text: 'Tilmeldingen gjaldt ikke længere, da du godkendte den.',
      },
      released: {
        title: 'Aftalen er afsluttet',
        text: 'Tilmeldingen gjaldt ikke længere, da du godkendte den. Bed om en ny kode ved kassen.',
      },
    },
  },
  released: { title: 'Der er ikke hævet penge', text: 'Det reserverede beløb er frigivet' },
  pairing: {
    title: 'Tilknyt denne skærm',
    text: 'Indtast koden i kassen, under Kundeskærme.',
    slowed: 'Koden kommer om et øjeblik.',
  },
};
