// What the cashier reads on the stage: the sale that counts now, the last one, and what can be done about them.
import type { Texts } from '../../texts.ts';

export const stage: Texts['stage'] = {
  last: {
    paid: (amount, time) => `Senaste köpet: ${amount} betalt ${time}`,
    reserved: (amount, time) => `Senaste köpet: ${amount} reserverat ${time}`,
    refunded: (amount, time) => `Senaste köpet: ${amount} återbetalt, ${time}`,
    released: (amount, time) => `Senaste köpet: ${amount} frigjort, ${time}`,
    cancelled: (amount, time) => `Senaste köpet: ${amount} avbrutet ${time}`,
    expired: (amount, time) => `Senaste köpet: ${amount}, tiden gick ut ${time}`,
    failed: (amount, time) => `Senaste köpet: ${amount} kom inte i gång ${time}`,
  },
  repeat: 'Upprepa',
  again: 'Ta betalt igen',
  againSoon: 'Det tas betalt igen så snart den här betalningen är avslutad.',
  change: 'Ändra',
  addText: 'Lägg till text',
  more: 'Mer',
  offers: 'Förslag',
  backToTill: 'Tillbaka till kassan',
  keys: { plus: 'Plus (+)', times: 'Gånger', comma: 'Kommatecken' },
  calculation: 'Uträkning',
  declined: {
    title: 'Kortet nekades',
    text: (app) => `Kunden kan välja ett annat kort i ${app}. Vi väntar fortfarande.`,
  },
  toDo: { scanned: 'Skanna', approved: 'Godkänn' },
};
