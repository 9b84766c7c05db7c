import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';
export * from './shared/proof.ts';

export const settings: Texts['settings'] = {
  shop: 'Butik',
  loading: 'Laddar…',
  rooms: {
    shop: 'Butiken',
    screen: 'Kundskärm',
    sale: 'Köp och bekräftelse',
    day: 'Dagen',
    tills: 'Kassor',
  },
  proof: (name) => `${name}, det här ändrar butikens inställningar. Pinkoden gäller i 5 minuter.`,
  saving: 'Sparar…',
  saved: 'Sparat',
  savedOnScreens: 'Sparat, visas på båda skärmarna',
  notSaved: 'Inte sparat',
  save: 'Spara',
  undo: 'Ångra',
  setBy: (variable) => `Bestämt där servern körs: ${variable}`,
  setByMeanwhile: 'Det här bestäms nu där servern körs. Ladda om sidan.',
  name: {
    label: 'Namn',
    hint: 'På kundskärmar och betalningsbekräftelser. Utan ett namn visas kassans namn.',
    wrong: 'Högst 60 tecken, och alla måste kunna synas.',
  },
  orgNumber: {
    label: 'Organisationsnummer',
    hint: 'Skrivs på betalningsbekräftelsen',
    wrong:
      'Inget företag i Norge, Danmark, Sverige eller Finland har detta nummer. Jämför varje siffra: den sista kontrollerar de andra.',
  },
  address: {
    label: 'Adress',
    hint: 'Skrivs på betalningsbekräftelsen',
    wrong: 'Högst 160 tecken, och alla måste kunna synas.',
  },
  logo: { label: 'Logotyp', hint: 'På kundskärmar' },
  picture: { label: 'Bild när ingen betalar', hint: 'Minst 1600 bildpunkter bred' },
  choosePicture: 'Välj',
  changePicture: 'Byt',
  removePicture: 'Ta bort',
  notPicture: 'Filen är inte en bild som kan visas. Välj en PNG, JPEG eller WebP.',
  languages: { label: 'Språk', hint: 'De som kunderna kan välja mellan' },
  firstLanguage: { label: 'Visas först', hint: 'Tills kunden väljer ett annat' },
  idleText: {
    label: 'Text när ingen betalar',
    hint: 'Högst fem korta rader. Utan text står det att kunderna kan betala här.',
    wrong: 'Högst fem rader och 200 tecken.',
  },
  printsSlip: {
    label: 'Skriv ut bekräftelsen efter ett köp',
    hint: 'Automatiskt, i fönstret där betalningen togs',
  },
  capture: {
    label: 'Debitering',
    auto: 'Direkt',
    manual: 'Av personalen',
    autoMeans: 'Pengarna debiteras så snart kunden har godkänt.',
    manualMeans:
      'Pengarna reserveras bara när kunden har godkänt. Personalen debiterar dem senare; det som ingen debiterar i tid går tillbaka.',
    question:
      'Debitera direkt från och med nu? Det som är reserverat och väntar på personalen debiteras också nu.',
    yes: 'Ja, debitera direkt',
  },
  cashierRefundLimit: {
    label: 'En kassamedarbetare får återbetala',
    hint: 'Av en betalning. För mer anger en chef en pinkod; med 0 vid varje återbetalning.',
  },
  cashierRefundLimitPerDay: {
    label: 'En kassamedarbetare får återbetala på en dag',
    hint: 'Av alla betalningar tillsammans. Tomt är tio gånger gränsen för en betalning.',
  },
  refundApprovalAbove: {
    label: 'Alltid med pinkod över',
    hint: 'För mer av en betalning anger en chef en pinkod, även för sina egna återbetalningar. Tomt är aldrig.',
  },
  notAmount: (example, most) => `Skriv ett belopp som ${example}; högst ${most} är möjligt.`,
  timeZone: {
    label: 'Tidszon',
    hint: 'Butikens dagar och klockslag följer den',
    usual: 'Norden',
    all: 'Alla',
  },
  dayEndsAt: {
    label: 'Dagen slutar klockan',
    hint: 'Det som säljs efter midnatt hör till dagen före fram till dess.',
  },
  tills: {
    text: 'Varje kassa har sin egen kassasida och sina egna kundskärmar.',
    name: (id) => `Namn på kassa ${id}`,
    nameWrong: 'Skriv ett namn på högst 60 tecken.',
    retire: 'Ta ur bruk',
    retireNamed: (name) => `Ta ${name} ur bruk`,
    question: (name) => `Ta ${name} ur bruk?`,
    means: (id) =>
      `Ingen kan ta betalt där längre, och kundskärmarna visar en kod för anslutning. Betalningarna finns kvar och kan fortfarande debiteras och återbetalas. Vill du ha den tillbaka, lägg till en kassa med kortnamnet ${id}.`,
    yes: 'Ja, ta ur bruk',
    busy: 'En betalning pågår vid kassan. Vänta tills den är klar.',
    last: 'En butik har minst en kassa.',
    retired: (name) => `${name} är tagen ur bruk.`,
    add: 'Lägg till en kassa',
    id: 'Kortnamn',
    idHint: 'I adresser som /cashier/2, och det kan inte ändras. Bokstäverna a till z, siffror, - och _.',
    idWrong:
      'Kortnamnet tar bokstäverna a till z, siffror, - och _, högst 24, och börjar med en bokstav eller siffra.',
    idTaken: 'Det finns redan en kassa med detta kortnamn. Välj ett annat.',
    like: (name) => `Den säljer som ${name} gör.`,
    addButton: 'Lägg till',
    added: (name) => `${name} är tillagd. Öppna kassasidan och anslut en surfplatta där.`,
  },
};
