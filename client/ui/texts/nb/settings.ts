import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';
export * from './shared/proof.ts';

export const settings: Texts['settings'] = {
  shop: 'Butikk',
  loading: 'Laster…',
  rooms: {
    shop: 'Butikken',
    screen: 'Kundeskjerm',
    sale: 'Salg og bekreftelse',
    day: 'Dagen',
    tills: 'Kasser',
  },
  proof: (name) => `${name}, dette endrer innstillinger for butikken. PIN-koden gjelder i 5 minutter.`,
  saving: 'Lagrer…',
  saved: 'Lagret',
  savedOnScreens: 'Lagret, vises på begge skjermer',
  notSaved: 'Ikke lagret',
  save: 'Lagre',
  undo: 'Angre',
  setBy: (variable) => `Bestemt der serveren kjører: ${variable}`,
  setByMeanwhile: 'Dette bestemmes nå der serveren kjører. Last siden på nytt.',
  name: {
    label: 'Navn',
    hint: 'På kundeskjermer og betalingsbekreftelser. Uten et navn vises navnet på kassen.',
    wrong: 'Høyst 60 tegn, og alle må kunne ses.',
  },
  orgNumber: {
    label: 'Organisasjonsnummer',
    hint: 'Skrives på betalingsbekreftelsen',
    wrong:
      'Ingen bedrift i Norge, Danmark, Sverige eller Finland har dette nummeret. Sammenlign hvert siffer: Det siste kontrollerer de andre.',
  },
  address: {
    label: 'Adresse',
    hint: 'Skrives på betalingsbekreftelsen',
    wrong: 'Høyst 160 tegn, og alle må kunne ses.',
  },
  logo: { label: 'Logo', hint: 'På kundeskjermer' },
  picture: { label: 'Bilde når ingen betaler', hint: 'Minst 1600 piksler bredt' },
  choosePicture: 'Velg',
  changePicture: 'Bytt',
  removePicture: 'Fjern',
  notPicture: 'Denne filen er ikke et bilde som kan vises. Velg en PNG, JPEG eller WebP.',
  languages: { label: 'Språk', hint: 'Dette kan kundene velge mellom' },
  firstLanguage: { label: 'Vises først', hint: 'Til kunden velger et annet' },
  idleText: {
    label: 'Tekst når ingen betaler',
    hint: 'Høyst fem korte linjer. Uten tekst står det at kundene kan betale her.',
    wrong: 'Høyst fem linjer og 200 tegn.',
  },
  printsSlip: {
    label: 'Skriv ut bekreftelsen etter et salg',
    hint: 'Automatisk, i vinduet der det ble tatt betalt',
  },
  capture: {
    label: 'Trekk',
    auto: 'Med en gang',
    manual: 'Av ansatte',
    autoMeans: 'Pengene trekkes så snart kunden har godkjent.',
    manualMeans:
      'Pengene blir bare reservert når kunden har godkjent. Ansatte trekker dem senere; det ingen trekker i tide, går tilbake.',
    question: 'Trekke med en gang fra nå av? Det som er reservert og venter på ansatte, trekkes også nå.',
    yes: 'Ja, trekk med en gang',
  },
  cashierRefundLimit: {
    label: 'En kassemedarbeider kan refundere',
    hint: 'Av én betaling. For mer oppgir en leder en PIN-kode; med 0 ved hver refusjon.',
  },
  cashierRefundLimitPerDay: {
    label: 'En kassemedarbeider kan refundere på en dag',
    hint: 'Av alle betalinger til sammen. Tomt er ti ganger grensen for én betaling.',
  },
  refundApprovalAbove: {
    label: 'Alltid med PIN-kode over',
    hint: 'For mer av én betaling oppgir en leder en PIN-kode, også for sine egne refusjoner. Tomt er aldri.',
  },
  notAmount: (example, most) => `Skriv et beløp som ${example}; høyst ${most} er mulig.`,
  timeZone: {
    label: 'Tidssone',
    hint: 'Butikkens dager og klokkeslett følger den',
    usual: 'Norden',
    all: 'Alle',
  },
  dayEndsAt: {
    label: 'Dagen slutter klokken',
    hint: 'Det som selges etter midnatt, hører til dagen før fram til da.',
  },
  tills: {
    text: 'Hver kasse har sin egen kasseside og sine egne kundeskjermer.',
    name: (id) => `Navn på kasse ${id}`,
    nameWrong: 'Skriv et navn på høyst 60 tegn.',
    retire: 'Ta ut av bruk',
    retireNamed: (name) => `Ta ${name} ut av bruk`,
    question: (name) => `Ta ${name} ut av bruk?`,
    means: (id) =>
      `Ingen kan ta betalt der lenger, og kundeskjermene viser en kode for tilkobling. Betalingene blir værende, og kan fortsatt trekkes og refunderes. Vil du ha den tilbake, legg til en kasse med kortnavnet ${id}.`,
    yes: 'Ja, ta ut av bruk',
    busy: 'En betaling er i gang ved denne kassen. Vent til den er over.',
    last: 'En butikk har minst én kasse.',
    retired: (name) => `${name} er tatt ut av bruk.`,
    add: 'Legg til en kasse',
    id: 'Kortnavn',
    idHint: 'I adresser som /cashier/2, og det kan ikke endres. Bokstavene a til z, sifre, - og _.',
    idWrong:
      'Kortnavnet tar bokstavene a til z, sifre, - og _, høyst 24, og begynner med en bokstav eller et siffer.',
    idTaken: 'Det finnes allerede en kasse med dette kortnavnet. Velg et annet.',
    like: (name) => `Den selger slik ${name} gjør.`,
    addButton: 'Legg til',
    added: (name) => `${name} er lagt til. Åpne kassesiden, og koble et nettbrett til den der.`,
  },
};
