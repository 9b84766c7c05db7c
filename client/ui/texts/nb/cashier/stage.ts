// What the cashier reads on the stage: the sale that counts now, the last one, and what can be done about them.
import type { Texts } from '../../texts.ts';

export const stage: Texts['stage'] = {
  last: {
    paid: (amount, time) => `Siste salg: ${amount} betalt ${time}`,
    reserved: (amount, time) => `Siste salg: ${amount} reservert ${time}`,
    refunded: (amount, time) => `Siste salg: ${amount} refundert, ${time}`,
    released: (amount, time) => `Siste salg: ${amount} frigitt, ${time}`,
    cancelled: (amount, time) => `Siste salg: ${amount} avbrutt ${time}`,
    expired: (amount, time) => `Siste salg: ${amount}, tiden gikk ut ${time}`,
    failed: (amount, time) => `Siste salg: ${amount} kom ikke i gang ${time}`,
  },
  repeat: 'Gjenta',
  again: 'Ta betalt på nytt',
  againSoon: 'Det tas betalt på nytt så snart denne betalingen er avsluttet.',
  change: 'Endre',
  addText: 'Legg til tekst',
  more: 'Mer',
  offers: 'Forslag',
  backToTill: 'Tilbake til kassen',
  keys: { plus: 'Pluss', times: 'Ganger', comma: 'Komma' },
  calculation: 'Utregning',
  declined: {
    title: 'Kortet ble avvist',
    text: (app) => `Kunden kan velge et annet kort i ${app}. Vi venter fortsatt.`,
  },
  toDo: { scanned: 'Skann', approved: 'Godkjenn' },
};
