// What is said in place of a page that cannot be shown.
export const guard = {
  tooOld: 'Tämä selain on liian vanha tälle sivulle. Päivitä se tai käytä uudempaa laitetta.',
  broken: {
    title: 'Sivu on pysähtynyt',
    text: 'Sivulla tapahtui virhe. Maksetut maksut ovat tallessa kassapalvelimella. Lataa sivu uudelleen.',
  },
  notLoaded: {
    title: 'Sivua ei voitu ladata',
    text: 'Kassapalvelimeen ei saada yhteyttä tai sitä päivitetään. Lataa sivu hetken kuluttua uudelleen.',
  },
  display: {
    title: 'Pieni hetki',
    text: 'Näyttö ladataan uudelleen. Jos maksoit juuri, kysy kassalta.',
  },
  again: 'Lataa uudelleen',
};
