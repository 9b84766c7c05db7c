import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';
export * from './shared/proof.ts';

export const settings: Texts['settings'] = {
  shop: 'Butik',
  loading: 'Henter…',
  rooms: {
    shop: 'Butikken',
    screen: 'Kundeskærm',
    sale: 'Salg og bekræftelse',
    day: 'Dagen',
    tills: 'Kasser',
  },
  proof: (name) => `${name}, det her ændrer butikkens indstillinger. Pinkoden gælder i 5 minutter.`,
  saving: 'Gemmer…',
  saved: 'Gemt',
  savedOnScreens: 'Gemt, vises på begge skærme',
  notSaved: 'Ikke gemt',
  save: 'Gem',
  undo: 'Fortryd',
  setBy: (variable) => `Bestemt dér, hvor serveren kører: ${variable}`,
  setByMeanwhile: 'Det her bestemmes nu dér, hvor serveren kører. Genindlæs siden.',
  name: {
    label: 'Navn',
    hint: 'På kundeskærme og betalingsbekræftelser. Uden et navn vises kassens navn.',
    wrong: 'Højst 60 tegn, og alle skal kunne ses.',
  },
  orgNumber: {
    label: 'Virksomhedsnummer',
    hint: 'Skrives på betalingsbekræftelsen',
    wrong:
      'Ingen virksomhed i Norge, Danmark, Sverige eller Finland har dette nummer. Sammenlign hvert ciffer: Det sidste kontrollerer de andre.',
  },
  address: {
    label: 'Adresse',
    hint: 'Skrives på betalingsbekræftelsen',
    wrong: 'Højst 160 tegn, og alle skal kunne ses.',
  },
  logo: { label: 'Logo', hint: 'På kundeskærme' },
  picture: { label: 'Billede, når ingen betaler', hint: 'Mindst 1600 pixel bredt' },
  choosePicture: 'Vælg',
  changePicture: 'Skift',
  removePicture: 'Fjern',
  notPicture: 'Filen er ikke et billede, der kan vises. Vælg en PNG, JPEG eller WebP.',
  languages: { label: 'Sprog', hint: 'Dem kan kunderne vælge imellem' },
  firstLanguage: { label: 'Vises først', hint: 'Indtil kunden vælger et andet' },
  idleText: {
    label: 'Tekst, når ingen betaler',
    hint: 'Højst fem korte linjer. Uden tekst står der, at kunderne kan betale her.',
    wrong: 'Højst fem linjer og 200 tegn.',
  },
  printsSlip: {
    label: 'Udskriv bekræftelsen efter et salg',
    hint: 'Automatisk, i det vindue, hvor betalingen blev opkrævet',
  },
  capture: {
    label: 'Hævning',
    auto: 'Med det samme',
    manual: 'Af personalet',
    autoMeans: 'Pengene hæves, så snart kunden har godkendt.',
    manualMeans:
      'Pengene bliver kun reserveret, når kunden har godkendt. Personalet hæver dem senere; det, som ingen hæver i tide, går tilbage.',
    question:
      'Vil du hæve med det samme fra nu af? Det, der er reserveret og venter på personalet, hæves også nu.',
    yes: 'Ja, hæv med det samme',
  },
  cashierRefundLimit: {
    label: 'En kassemedarbejder kan refundere',
    hint: 'Af én betaling. Til mere indtaster en leder en pinkode; med 0 ved hver refundering.',
  },
  cashierRefundLimitPerDay: {
    label: 'En kassemedarbejder kan refundere på en dag',
    hint: 'Af alle betalinger tilsammen. Tomt er ti gange grænsen for én betaling.',
  },
  refundApprovalAbove: {
    label: 'Altid med pinkode over',
    hint: 'Til mere af én betaling indtaster en leder en pinkode, også til egne refunderinger. Tomt er aldrig.',
  },
  notAmount: (example, most) => `Skriv et beløb som ${example}; højst ${most} er muligt.`,
  timeZone: {
    label: 'Tidszone',
    hint: 'Butikkens dage og klokkeslæt følger den',
    usual: 'Norden',
    all: 'Alle',
  },
  dayEndsAt: {
    label: 'Dagen slutter klokken',
    hint: 'Det, der sælges efter midnat, hører til dagen før indtil da.',
  },
  tills: {
    text: 'Hver kasse har sin egen kasseside og sine egne kundeskærme.',
    name: (id) => `Navn på kasse ${id}`,
    nameWrong: 'Skriv et navn på højst 60 tegn.',
    retire: 'Tag ud af brug',
    retireNamed: (name) => `Tag ${name} ud af brug`,
    question: (name) => `Vil du tage ${name} ud af brug?`,
    means: (id) =>
      `Ingen kan tage imod betaling dér længere, og kundeskærmene viser en kode til tilkobling. Betalingerne bliver stående og kan stadig hæves og refunderes. Vil du have den tilbage, så tilføj en kasse med kortnavnet ${id}.`,
    yes: 'Ja, tag ud af brug',
    busy: 'En betaling er i gang ved kassen. Vent, til den er slut.',
    last: 'En butik har mindst én kasse.',
    retired: (name) => `${name} er taget ud af brug.`,
    add: 'Tilføj en kasse',
    id: 'Kortnavn',
    idHint: 'I adresser som /cashier/2, og det kan ikke ændres. Bogstaverne a til z, cifre, - og _.',
    idWrong:
      'Kortnavnet tager bogstaverne a til z, cifre, - og _, højst 24, og begynder med et bogstav eller et ciffer.',
    idTaken: 'Der er allerede en kasse med dette kortnavn. Vælg et andet.',
    like: (name) => `Den sælger, som ${name} gør.`,
    addButton: 'Tilføj',
    added: (name) => `${name} er tilføjet. Åbn kassesiden, og tilkobl en tablet dér.`,
  },
};
