import type { Texts } from '../../texts.ts';

export const displays: Texts['displays'] = {
  title: 'Kundeskærme',
  none: 'Ingen skærm er tilknyttet denne kasse.',
  pairedAt: (when, by) => `Tilknyttet ${when} af ${by}`,
  seen: {
    label: 'Sidst set',
    connecting: 'Forbinder…',
    never: 'aldrig',
    now: 'nu',
    minutes: (count) => `for ${count} min. siden`,
    hours: (count) => `for ${count} t. siden`,
    days: (count) => (count === 1 ? 'i går' : `for ${count} dage siden`),
  },
  lacks: {
    https: 'Åbnet over ukrypteret http: Starter den igen, mens serveren er væk, har den ingen side at vise.',
    page: 'Starter den igen, mens serveren er væk, har den ingen side at vise. Har tabletten tillid til certifikatet?',
    lock: 'Den holdes kun vågen af en video. Indstil helst tabletten til aldrig at slukke skærmen.',
    awake: 'Den kan slukke. Tryk på den én gang, eller indstil tabletten til aldrig at slukke skærmen.',
  },
  identify: 'Vis hvilken',
  identified: 'Skærmen viser kassens navn i 10 sekunder.',
  cutOff: 'Frakobl',
  cutOffQuestion: 'Vil du frakoble skærmen? Den holder op med at vise kassen med det samme.',
  cutOffYes: 'Ja, frakobl',
  cutOffNo: 'Behold den',
  gone: 'Skærmen er allerede frakoblet.',
  old: 'Listen kunne ikke opdateres.',
  add: 'Tilføj en skærm',
  addHow:
    'Åbn adressen herunder på tabletten, eller scan den med kameraet. Så viser tabletten en kode: Indtast den her.',
  addNowhere:
    'Ingen tablet kan nå denne server endnu: Sæt HOST eller PUBLIC_URL, hvor den kører, og start den igen. Åbn så /display på tabletten.',
  addInDemo: 'I demoen tilknytter skærme på denne maskine sig selv: Åbn /display i et andet vindue.',
  code: 'Koden på tabletten',
  codeRule: 'En kode har 6 cifre.',
  pair: 'Tilknyt',
  paired: 'Skærmen er tilknyttet denne kasse.',
  noSuchCode: 'Ingen tablet viser den kode. Tjek den: En tablet viser en ny hvert femte minut.',
  waiting: (count) =>
    count === 1
      ? '1 tablet viser en kode, som ingen har indtastet.'
      : `${count} tablets viser en kode, som ingen har indtastet.`,
  clear: 'Slet koderne',
  cleared: 'Koderne er slettet. Tablets, der stadig er der, viser en ny.',
};
