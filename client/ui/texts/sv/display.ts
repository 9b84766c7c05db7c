import type { Texts } from '../texts.ts';

export * from './shared/agreement.ts';
export * from './shared/common.ts';

export const display: Texts['display'] = {
  language: 'Språk',
  largeText: 'Större text',
  lastMinute: 'En minut kvar',
  reconnecting: 'Ansluter igen',
  reconnectingTo: (app) => `Ansluter till ${app} igen`,
  qrAlt: (amount, app) => `QR-kod: skanna för att betala ${amount} med ${app}`,
  steps: { scan: 'Skanna', approve: 'Godkänn', done: 'Klart' },
  idle: { title: 'Välkommen', text: (app) => `Här kan du betala med ${app}` },
  started: { title: 'Vi förbereder', text: 'Din QR-kod är på väg' },
  presented: {
    title: 'Skanna för att betala',
    text: (app) => `Med mobilkameran eller i ${app}`,
    textToApprove: (app) => `Godkänn sedan betalningen i ${app}`,
  },
  scanned: { title: (app) => `Godkänn i ${app}`, text: 'Vi väntar på ditt godkännande' },
  declined: 'Kortet nekades. Du kan välja ett annat kort i appen.',
  closing: { title: 'Ett ögonblick', text: (app) => `Vi kontrollerar betalningen hos ${app}` },
  approved: { title: 'Betalt', text: 'Tack, och ha en fin dag' },
  paidLate: 'Prata med oss i kassan innan du går.',
  refunded: {
    title: 'Återbetalt',
    text: 'Pengarna är på väg tillbaka. Det kan dröja några dagar innan du ser dem i banken.',
  },
  refundedInPart: (amount) => `${amount} är på väg tillbaka till dig`,
  cancelled: {
    title: 'Betalningen avbröts',
    text: 'Inga pengar har dragits. Fråga i kassan om du ändå vill betala.',
  },
  expired: { title: 'Tiden gick ut', text: 'Inga pengar har dragits. Be om en ny kod i kassan.' },
  failed: { title: 'Betalningen kom inte i gång', text: 'Inga pengar har dragits. Fråga i kassan.' },
  failedUnavailable: (app) => `Vi fick ingen kontakt med ${app}. Inga pengar har dragits. Fråga i kassan.`,
  late: {
    returning: {
      title: 'Betalningen återkallas',
      text: 'Betalningen gällde inte längre när du godkände den.',
    },
    released: {
      title: 'Inga pengar kommer att dras',
      text: 'Betalningen gällde inte längre när du godkände den.',
    },
    refunded: {
      title: 'Dina pengar är återbetalda',
      text: 'Betalningen gällde inte längre när du godkände den. Det kan dröja några dagar innan du ser pengarna i banken.',
    },
    kept: {
      title: 'Fråga i kassan',
      text: 'Betalningen gällde inte längre när du godkände den. I kassan får du hjälp att få pengarna tillbaka.',
    },
  },
  signUp: {
    qrAlt: (product, price, app) => `QR-kod: skanna för att prenumerera på ${product}, ${price}, med ${app}`,
    presented: {
      title: 'Skanna för att prenumerera',
      text: (app) => `Godkänn sedan avtalet i ${app}`,
    },
    closing: (app) => `Vi kontrollerar avtalet hos ${app}`,
    active: {
      title: 'Din prenumeration är aktiv',
      text: (product) => `Välkommen till ${product}.`,
    },
    paid: (amount) => `Du betalade ${amount} i dag.`,
    paidNothing: 'Du betalade inget i dag.',
    stopping: { title: 'Din prenumeration stoppas', text: 'Det tar ett ögonblick.' },
    stopped: { title: 'Din prenumeration är stoppad', text: 'Inget mer kommer att dras.' },
    cancelled: { title: 'Beställningen avbröts', text: 'Inget avtal har ingåtts. Inga pengar har dragits.' },
    expired: {
      title: 'Tiden gick ut',
      text: 'Inget avtal har ingåtts. Inga pengar har dragits. Be om en ny kod i kassan.',
    },
    failed: {
      title: 'Beställningen kom inte i gång',
      text: 'Inget avtal har ingåtts. Inga pengar har dragits. Fråga i kassan.',
    },
    failedUnavailable: (app) => `Vi fick ingen kontakt med ${app}. Inget avtal har ingåtts. Fråga i kassan.`,
    late: {
      returning: {
        title: 'Avtalet avslutas',
        text: 'Beställningen gällde inte längre när du godkände den.',
      },
      released: {
        title: 'Avtalet har avslutats',
        text: 'Beställningen gällde inte längre när du godkände den. Be om en ny kod i kassan.',
      },
    },
  },
  released: { title: 'Inget har dragits', text: 'Det reserverade beloppet har frigjorts' },
  pairing: {
    title: 'Anslut den här skärmen',
    text: 'Skriv in koden i kassan, under Kundskärmar.',
    slowed: 'Koden kommer om ett ögonblick.',
  },
};
