import type { TrustTexts } from './types.ts';

export const nb: TrustTexts = {
  heading: 'La denne enheten stole på kassen',
  intro:
    'Kassens server viser hvem den er med butikkens eget sertifikat. En enhet som har godtatt det én gang, har sikker forbindelse: ingen på nettverket kan lese med, og en kundeskjerm slukker ikke. Sertifikatet gjelder bare på butikkens nettverk, ikke på Internett.',
  waiting: 'Så snart enheten stoler på det, går denne siden videre av seg selv.',
  goOn: 'Gå videre',
  compare:
    'Sammenlign først: Der serveren ble startet, vises det samme fingeravtrykket (SHA-256). Er det et annet, skal du ikke installere noe.',
  another: 'På en annen enhet skanner du denne koden eller åpner:',
  code: (address) => `Kode for ${address}`,
  certificate: 'Last ned sertifikatet',
  profile: 'Last ned profilen',
  tablets: 'iPad og iPhone',
  android: () => [
    'Siden bør være åpnet i Chrome. Velg å beholde filen hvis du blir spurt.',
    'Åpne innstillingene på enheten og søk etter «CA-sertifikat». Det ligger under Sikkerhet og personvern › Flere sikkerhetsinnstillinger › Kryptering og legitimasjon › Installer et sertifikat.',
    'Velg «CA-sertifikat», gå videre forbi advarselen, og velg filen tillside.crt. Noen enheter krever skjermlås først.',
    'Deretter sier Android at nettverket kan være overvåket, slik det gjør om alle sertifikater som noen har lagt til.',
  ],
  ipad: (name) => [
    'Siden bør være åpnet i Safari. Tillat nedlastingen.',
    'Åpne Innstillinger › Profil lastet ned, og velg Installer.',
    `Åpne Innstillinger › Generelt › Om. Slå på «${name}» helt nederst, under tillitsinnstillingene for sertifikater.`,
  ],
  windows: () => [
    'Åpne filen og velg «Installer sertifikat», deretter «Gjeldende bruker».',
    'Velg å plassere alle sertifikater i et bestemt lager, «Bla gjennom» og «Klarerte rotsertifiseringsinstanser».',
    'Fullfør, og svar Ja på spørsmålet. Lukk nettleseren og åpne den igjen.',
  ],
  mac: (name) => [
    'Åpne filen: Nøkkelringtilgang legger den til.',
    `Dobbeltklikk «${name}» der, åpne «Godkjenning», og velg «Godkjenn alltid».`,
    'Lukk vinduet og skriv inn passordet til Mac-en.',
  ],
};
