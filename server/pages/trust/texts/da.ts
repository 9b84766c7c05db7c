import type { TrustTexts } from './types.ts';

export const da: TrustTexts = {
  heading: 'Lad denne enhed have tillid til kassen',
  intro:
    'Kassens server viser, hvem den er, med butikkens eget certifikat. En enhed, der har godkendt det én gang, har en sikker forbindelse: Ingen på netværket kan læse med, og en kundeskærm slukker ikke. Certifikatet gælder kun på butikkens netværk, ikke på internettet.',
  waiting: 'Så snart enheden har tillid til det, går denne side videre af sig selv.',
  goOn: 'Gå videre',
  compare:
    'Sammenlign først: Der, hvor serveren blev startet, vises det samme fingeraftryk (SHA-256). Er det et andet, må du ikke installere noget.',
  another: 'På en anden enhed skal du scanne denne kode eller åbne:',
  code: (address) => `Kode for ${address}`,
  certificate: 'Hent certifikatet',
  profile: 'Hent profilen',
  tablets: 'iPad og iPhone',
  android: () => [
    'Siden bør være åbnet i Chrome. Vælg at beholde filen, hvis du bliver spurgt.',
    'Åbn enhedens indstillinger, og søg efter »CA-certifikat«. Det ligger under Sikkerhed og privatliv › Flere sikkerhedsindstillinger › Kryptering og loginoplysninger › Installer et certifikat.',
    'Vælg »CA-certifikat«, gå videre forbi advarslen, og vælg filen tillside.crt. Nogle enheder kræver en skærmlås først.',
    'Derefter siger Android, at netværket kan være overvåget, som det gør om alle certifikater, som nogen har tilføjet.',
  ],
  ipad: (name) => [
    'Siden bør være åbnet i Safari. Tillad hentningen.',
    'Åbn Indstillinger › Profil hentet, og vælg Installer.',
    `Åbn Indstillinger › Generelt › Om. Slå »${name}« til helt nederst, under tillidsindstillingerne for certifikater.`,
  ],
  windows: () => [
    'Åbn filen, og vælg »Installer certifikat«, derefter »Aktuel bruger«.',
    'Vælg »Placér alle certifikater i følgende lager«, »Gennemse« og »Rodnøglecentre, der er tillid til«.',
    'Afslut, og svar Ja til spørgsmålet. Luk browseren, og åbn den igen.',
  ],
  mac: (name) => [
    'Åbn filen: Hovednøglering tilføjer den.',
    `Dobbeltklik på »${name}« der, åbn »Tillid«, og vælg »Godkend altid«.`,
    'Luk vinduet, og skriv Mac’ens adgangskode.',
  ],
};
