import type { Texts } from '../../texts.ts';

export const displays: Texts['displays'] = {
  title: 'Kundskärmar',
  none: 'Ingen skärm är ansluten till den här kassan.',
  pairedAt: (when, by) => `Ansluten ${when} av ${by}`,
  seen: {
    label: 'Senast sedd',
    connecting: 'Ansluter…',
    never: 'aldrig',
    now: 'nu',
    minutes: (count) => `för ${count} min sedan`,
    hours: (count) => `för ${count} tim sedan`,
    days: (count) => (count === 1 ? 'i går' : `för ${count} dagar sedan`),
  },
  lacks: {
    https: 'Öppnad över okrypterad http: startar den om medan servern är borta har den ingen sida att visa.',
    page: 'Startar den om medan servern är borta har den ingen sida att visa. Litar surfplattan på certifikatet?',
    lock: 'Den hålls vaken bara av en video. Ställ helst in surfplattan på att aldrig släcka skärmen.',
    awake: 'Den kan slockna. Tryck på den en gång, eller ställ in surfplattan på att aldrig släcka skärmen.',
  },
  identify: 'Visa vilken',
  identified: 'Skärmen visar kassans namn i 10 sekunder.',
  cutOff: 'Koppla från',
  cutOffQuestion: 'Koppla från skärmen? Den slutar visa kassan direkt.',
  cutOffYes: 'Ja, koppla från',
  cutOffNo: 'Behåll den',
  gone: 'Skärmen är redan frånkopplad.',
  old: 'Listan kunde inte uppdateras.',
  add: 'Lägg till en skärm',
  addHow:
    'Öppna adressen nedan på surfplattan, eller skanna den med kameran. Då visar surfplattan en kod: skriv in den här.',
  addNowhere:
    'Ingen surfplatta når den här servern ännu: ange HOST eller PUBLIC_URL där den körs och starta den igen. Öppna sedan /display på surfplattan.',
  addInDemo: 'I demon ansluter skärmar på den här datorn sig själva: öppna /display i ett annat fönster.',
  code: 'Koden på surfplattan',
  codeRule: 'En kod har 6 siffror.',
  pair: 'Anslut',
  paired: 'Skärmen är ansluten till den här kassan.',
  noSuchCode: 'Ingen surfplatta visar den koden. Kontrollera den: surfplattan visar en ny var femte minut.',
  waiting: (count) =>
    count === 1
      ? '1 surfplatta visar en kod som ingen har skrivit in.'
      : `${count} surfplattor visar en kod som ingen har skrivit in.`,
  clear: 'Ta bort koderna',
  cleared: 'Koderna är borttagna. En surfplatta som är kvar visar en ny.',
};
