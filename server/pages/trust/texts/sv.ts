import type { TrustTexts } from './types.ts';

export const sv: TrustTexts = {
  heading: 'Låt den här enheten lita på kassan',
  intro:
    'Kassans server visar vem den är med butikens eget certifikat. En enhet som har godkänt det en gång har en säker anslutning: ingen på nätverket kan läsa med, och en kundskärm slocknar inte. Certifikatet gäller bara på butikens nätverk, inte på internet.',
  waiting: 'Så snart enheten litar på det går den här sidan vidare av sig själv.',
  goOn: 'Gå vidare',
  compare:
    'Jämför först: där servern startades visas samma fingeravtryck (SHA-256). Är det ett annat ska du inte installera något.',
  another: 'På en annan enhet skannar du den här koden eller öppnar:',
  code: (address) => `Kod för ${address}`,
  certificate: 'Hämta certifikatet',
  profile: 'Hämta profilen',
  tablets: 'iPad och iPhone',
  android: () => [
    'Sidan bör vara öppnad i Chrome. Välj att behålla filen om du blir tillfrågad.',
    'Öppna enhetens inställningar och sök efter ”CA-certifikat”. Det finns under Säkerhet och integritet › Fler säkerhetsinställningar › Kryptering och användaruppgifter › Installera ett certifikat.',
    'Välj ”CA-certifikat”, gå vidare förbi varningen och välj filen tillside.crt. Vissa enheter kräver ett skärmlås först.',
    'Därefter säger Android att nätverket kan vara övervakat, som det gör om alla certifikat som någon har lagt till.',
  ],
  ipad: (name) => [
    'Sidan bör vara öppnad i Safari. Tillåt hämtningen.',
    'Öppna Inställningar › Profil hämtad och välj Installera.',
    `Öppna Inställningar › Allmänt › Om. Slå på ”${name}” längst ned, bland inställningarna för betrodda certifikat.`,
  ],
  windows: () => [
    'Öppna filen och välj ”Installera certifikat” och sedan ”Aktuell användare”.',
    'Välj ”Placera alla certifikat i nedanstående arkiv”, ”Bläddra” och ”Betrodda rotcertifikatutfärdare”.',
    'Slutför och svara Ja på frågan. Stäng webbläsaren och öppna den igen.',
  ],
  mac: (name) => [
    'Öppna filen: Nyckelhanterare lägger till den.',
    `Dubbelklicka på ”${name}” där, öppna ”Lita på” och välj ”Lita alltid på”.`,
    'Stäng fönstret och ange datorns lösenord.',
  ],
};
