// What the cashier reads on the stage: the sale that counts now, the last one, and what can be done about them.
import type { Texts } from '../../texts.ts';

export const stage: Texts['stage'] = {
  last: {
    paid: (amount, time) => `Sidste salg: ${amount} betalt ${time}`,
    reserved: (amount, time) => `Sidste salg: ${amount} reserveret ${time}`,
    refunded: (amount, time) => `Sidste salg: ${amount} refunderet, ${time}`,
    released: (amount, time) => `Sidste salg: ${amount} frigivet, ${time}`,
    cancelled: (amount, time) => `Sidste salg: ${amount} annulleret ${time}`,
    expired: (amount, time) => `Sidste salg: ${amount}, tiden udløb ${time}`,
    failed: (amount, time) => `Sidste salg: ${amount} kom ikke i gang ${time}`,
  },
  repeat: 'Gentag',
  again: 'Opkræv igen',
  againSoon: 'Der opkræves igen, så snart denne betaling er afsluttet.',
  change: 'Ret',
  addText: 'Tilføj tekst',
  more: 'Mere',
  offers: 'Forslag',
  backToTill: 'Tilbage til kassen',
  keys: { plus: 'Plus (+)', times: 'Gange', comma: 'Komma' },
  calculation: 'Udregning',
  declined: {
    title: 'Kortet blev afvist',
    text: (app) => `Kunden kan vælge et andet kort i ${app}. Vi venter stadig.`,
  },
  toDo: { scanned: 'Scan koden', approved: 'Godkend' },
};
