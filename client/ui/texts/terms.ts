// One word for one thing, in each language; and the words that were in its place. A guard for whoever writes the next sentence.
import type { Language } from './languages.ts';

type Terms = {
  /** By the English name of the thing. */
  readonly use: Readonly<Record<string, string>>;
  /** What no sentence says: the word, and why. */
  readonly never: readonly (readonly [word: RegExp, why: string])[];
};

const portal: Terms['never'][number] = [
  /(in the|i|på|i den) \S+[ -]portal|-portaali/,
  'the portal is portal.vippsmobilepay.com, whatever the app is called',
];

export const terms: Readonly<Record<Language, Terms>> = {
  en: {
    use: {
      display: 'customer display',
      pair: 'pair, unpair',
      'no money taken': 'No money was taken',
      subscription: 'subscription; the agreement is what the customer approves',
      slip: 'payment confirmation',
      field: 'enter',
    },
    never: [
      portal,
      [/cut off/i, 'unpair'],
      [/\bwallet\b/i, 'Vipps MobilePay, or the name of the app'],
      [/nothing was (taken|charged)/i, 'No money was taken'],
      [/without money/i, 'unpaid'],
      [/you may not/i, 'say that there is no access'],
      [/customer(’s)? screen/i, 'customer display'],
      [/^Write an? /, 'Enter'],
      [/keys of this shop/, 'API keys'],
    ],
  },
  nb: {
    use: {
      display: 'kundeskjerm',
      cancel: 'avbryte',
      capture: 'trekke',
      'no money taken': 'Ingen penger er trukket',
      slip: 'betalingsbekreftelse',
      'give back by itself': 'tilbakeføre',
    },
    never: [
      portal,
      [/kansell|annuller/i, 'avbryte'],
      [
        /skriv ut kvittering|^kvittering$/i,
        'betalingsbekreftelse: in Norway only the register gives a receipt',
      ],
      [/uten penger|endte uten/i, 'ubetalt'],
      [/ikke lov til/i, 'say that there is no access'],
      [/nøklene til/i, 'API-nøkler'],
    ],
  },
  da: {
    use: {
      display: 'kundeskærm',
      cancel: 'annullere',
      capture: 'hæve',
      'no money taken': 'Der er ikke hævet penge',
      slip: 'betalingsbekræftelse',
    },
    never: [
      portal,
      [/hævet noget/i, 'hævet penge'],
      [/udskriv kvittering|^kvittering$/i, 'betalingsbekræftelse'],
      [/uden penge|endte uden/i, 'ubetalt'],
      [/det må du ikke/i, 'say that there is no access'],
      [/butiks nøgler/i, 'API-nøgler'],
    ],
  },
  sv: {
    use: {
      display: 'kundskärm',
      cancel: 'avbryta',
      capture: 'debitera',
      'no money taken': 'Inga pengar har dragits',
      slip: 'betalningsbekräftelse',
      cashier: 'kassamedarbetare',
    },
    never: [
      portal,
      [/annuller/i, 'avbryta'],
      [/skriv ut kvitto|^kvitto$/i, 'betalningsbekräftelse'],
      [/utan pengar|avslutades utan/i, 'obetald'],
      [/du får inte/i, 'say that there is no access'],
      [/kassapersonal/i, 'kassamedarbetare'],
      [/butikens? nycklar/i, 'API-nycklar'],
    ],
  },
  fi: {
    use: {
      display: 'asiakasnäyttö',
      close: 'sulkea',
      cancel: 'perua',
      capture: 'veloittaa',
      'no money taken': 'Mitään ei veloitettu',
      slip: 'maksuvahvistus',
      'could not start': 'ei voitu aloittaa',
    },
    never: [
      portal,
      [/päätet|päättää|päättii?n|päätetty/i, 'sulkea or perua: päättää also means to decide'],
      [/käynnistynyt/i, 'ei voitu aloittaa: engines start so'],
      [/tulosta kuitti|^kuitti$/i, 'maksuvahvistus'],
      [/ilman rahaa/i, 'jäi maksamatta'],
    ],
  },
};
