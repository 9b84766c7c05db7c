import type { Texts } from '../../texts.ts';

export const approval: Texts['approval'] = {
  ask: 'En chef godkänner det här på plats, med namn och pinkod.',
  askAgain: 'Det här kräver en pinkod: skriv din egen, eller låt en annan chef godkänna.',
  name: 'Chefens namn',
  pin: 'Chefens pinkod',
  wrong: 'Namnet eller pinkoden stämmer inte, eller så är personen inte chef här. Inget har gjorts.',
  wanted: 'Det här är mer än du får ge tillbaka själv, så inget har gjorts.',
  locked:
    'Namnet är låst efter för många fel pinkoder. En annan chef kan godkänna, eller låsa upp namnet på sidan för personal.',
  above: (amount) => `Mer än ${amount} måste godkännas av en chef.`,
  always: 'Det här måste godkännas av en chef.',
  by: (name) => `Godkänt av ${name}`,
};
