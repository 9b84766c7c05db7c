import type { TrustTexts } from './types.ts';

export const fi: TrustTexts = {
  heading: 'Salli tämän laitteen luottaa kassaan',
  intro:
    'Kassan palvelin todistaa, kuka se on, kaupan omalla varmenteella. Kun laite on kerran hyväksynyt sen, yhteys on suojattu: kukaan verkossa ei voi lukea liikennettä, eikä asiakasnäyttö sammu. Varmenne pätee vain kaupan omassa verkossa, ei internetissä.',
  waiting: 'Heti kun tämä laite luottaa siihen, sivu siirtyy itsestään eteenpäin.',
  goOn: 'Jatka',
  compare:
    'Vertaa ensin: siellä, missä palvelin käynnistettiin, näkyy sama sormenjälki (SHA-256). Jos se on eri, älä asenna mitään.',
  another: 'Skannaa tämä koodi toisella laitteella tai avaa:',
  code: (address) => `Koodi osoitteeseen ${address}`,
  certificate: 'Lataa varmenne',
  profile: 'Lataa profiili',
  tablets: 'iPad ja iPhone',
  android: () => [
    'Sivun pitäisi olla auki Chromessa. Jos sinulta kysytään, säilytä tiedosto.',
    'Avaa laitteen asetukset ja hae niistä ”CA-varmenne”. Se on kohdassa Tietoturva ja yksityisyys › Lisää tietoturva-asetuksia › Salaus ja kirjautumistiedot › Asenna varmenne.',
    'Valitse ”CA-varmenne”, jatka varoituksen ohi ja valitse tiedosto tillside.crt. Jotkin laitteet vaativat ensin näytön lukituksen.',
    'Sen jälkeen Android sanoo, että verkkoa saatetaan valvoa, kuten se sanoo jokaisesta itse lisätystä varmenteesta.',
  ],
  ipad: (name) => [
    'Sivun pitäisi olla auki Safarissa. Salli lataus.',
    'Avaa Asetukset › Profiili ladattu ja valitse Asenna.',
    `Avaa Asetukset › Yleiset › Tietoja. Kytke ”${name}” päälle aivan alhaalla, varmenteiden luottamusasetuksissa.`,
  ],
  windows: () => [
    'Avaa tiedosto ja valitse ”Asenna varmenne” ja sitten ”Nykyinen käyttäjä”.',
    'Valitse ”Sijoita kaikki varmenteet seuraavaan säilöön”, ”Selaa” ja ”Luotetut varmenteiden päämyöntäjät”.',
    'Viimeistele ja vastaa kysymykseen Kyllä. Sulje selain ja avaa se uudelleen.',
  ],
  mac: (name) => [
    'Avaa tiedosto: Avainnipun käyttö lisää sen.',
    `Kaksoisklikkaa siellä kohtaa ”${name}”, avaa ”Luottamus” ja valitse ”Luota aina”.`,
    'Sulje ikkuna ja anna Macin salasana.',
  ],
};
