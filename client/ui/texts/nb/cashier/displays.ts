import type { Texts } from '../../texts.ts';

export const displays: Texts['displays'] = {
  title: 'Kundeskjermer',
  none: 'Ingen skjerm er koblet til denne kassen.',
  pairedAt: (when, by) => `Koblet til ${when} av ${by}`,
  seen: {
    label: 'Sist sett',
    connecting: 'Kobler til…',
    never: 'aldri',
    now: 'nå',
    minutes: (count) => `for ${count} min siden`,
    hours: (count) => `for ${count} t siden`,
    days: (count) => (count === 1 ? 'i går' : `for ${count} dager siden`),
  },
  lacks: {
    https:
      'Åpnet over ukryptert http: Starter den på nytt mens serveren er borte, har den ingen side å vise.',
    page: 'Starter den på nytt mens serveren er borte, har den ingen side å vise. Stoler nettbrettet på sertifikatet?',
    lock: 'Den holdes våken bare av en video. Sett helst nettbrettet til aldri å slå av skjermen.',
    awake: 'Den kan slå seg av. Trykk på den én gang, eller sett nettbrettet til aldri å slå av skjermen.',
  },
  identify: 'Vis hvilken',
  identified: 'Skjermen viser navnet på kassen i 10 sekunder.',
  cutOff: 'Koble fra',
  cutOffQuestion: 'Koble fra denne skjermen? Den slutter å vise kassen med en gang.',
  cutOffYes: 'Ja, koble fra',
  cutOffNo: 'Behold den',
  gone: 'Denne skjermen er allerede koblet fra.',
  old: 'Fikk ikke oppdatert listen.',
  add: 'Legg til en skjerm',
  addHow:
    'Åpne adressen under på nettbrettet, eller skann den med kameraet. Da viser nettbrettet en kode: Skriv den inn her.',
  addNowhere:
    'Ingen nettbrett når denne serveren ennå: Sett HOST eller PUBLIC_URL der den kjører, og start den på nytt. Åpne så /display på nettbrettet.',
  addInDemo: 'I demoen kobler skjermer på denne maskinen seg til selv: Åpne /display i et annet vindu.',
  code: 'Koden på nettbrettet',
  codeRule: 'En kode har 6 sifre.',
  pair: 'Koble til',
  paired: 'Skjermen er koblet til denne kassen.',
  noSuchCode: 'Ingen nettbrett viser denne koden. Sjekk den: Nettbrettet viser en ny hvert femte minutt.',
  waiting: (count) =>
    count === 1
      ? '1 nettbrett viser en kode som ingen har skrevet inn.'
      : `${count} nettbrett viser en kode som ingen har skrevet inn.`,
  clear: 'Slett kodene',
  cleared: 'Kodene er slettet. Nettbrett som fortsatt er der, viser en ny.',
};
