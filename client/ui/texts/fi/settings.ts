import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';
export * from './shared/proof.ts';

export const settings: Texts['settings'] = {
  shop: 'Myymälä',
  loading: 'Ladataan…',
  rooms: {
    shop: 'Myymälä',
    screen: 'Asiakasnäyttö',
    sale: 'Myynti ja vahvistus',
    day: 'Päivä',
    tills: 'Kassat',
  },
  proof: (name) => `${name}, tämä muuttaa myymälän asetuksia. PIN-koodi on voimassa 5 minuuttia.`,
  saving: 'Tallennetaan…',
  saved: 'Tallennettu',
  savedOnScreens: 'Tallennettu, näkyy kummallakin näytöllä',
  notSaved: 'Ei tallennettu',
  save: 'Tallenna',
  undo: 'Kumoa',
  setBy: (variable) => `Määrätty siellä, missä palvelin on: ${variable}`,
  setByMeanwhile: 'Tämä määrätään nyt siellä, missä palvelin on. Lataa sivu uudelleen.',
  name: {
    label: 'Nimi',
    hint: 'Asiakasnäytöillä ja maksuvahvistuksissa. Ilman nimeä näytetään kassan nimi.',
    wrong: 'Enintään 60 merkkiä, joiden kaikkien on oltava näkyviä.',
  },
  orgNumber: {
    label: 'Y-tunnus',
    hint: 'Tulostetaan maksuvahvistukseen',
    wrong:
      'Millään yrityksellä Suomessa, Ruotsissa, Norjassa tai Tanskassa ei ole tätä numeroa. Vertaa jokaista numeroa: viimeinen tarkistaa muut.',
  },
  address: {
    label: 'Osoite',
    hint: 'Tulostetaan maksuvahvistukseen',
    wrong: 'Enintään 160 merkkiä, joiden kaikkien on oltava näkyviä.',
  },
  logo: { label: 'Tunnus', hint: 'Asiakasnäytöillä' },
  picture: { label: 'Kuva, kun kukaan ei maksa', hint: 'Vähintään 1600 kuvapistettä leveä' },
  choosePicture: 'Valitse',
  changePicture: 'Vaihda',
  removePicture: 'Poista',
  notPicture: 'Tämä tiedosto ei ole kuva, jonka voi näyttää. Valitse PNG, JPEG tai WebP.',
  languages: { label: 'Kielet', hint: 'Näistä asiakkaat voivat valita' },
  firstLanguage: { label: 'Näytetään ensin', hint: 'Kunnes asiakas valitsee toisen' },
  idleText: {
    label: 'Teksti, kun kukaan ei maksa',
    hint: 'Enintään viisi lyhyttä riviä. Ilman tekstiä kerrotaan, että täällä voi maksaa.',
    wrong: 'Enintään viisi riviä ja 200 merkkiä.',
  },
  printsSlip: {
    label: 'Tulosta vahvistus myynnin jälkeen',
    hint: 'Automaattisesti siinä ikkunassa, jossa maksu otettiin vastaan',
  },
  capture: {
    label: 'Veloitus',
    auto: 'Heti',
    manual: 'Henkilökunta veloittaa',
    autoMeans: 'Rahat veloitetaan heti, kun asiakas on hyväksynyt maksun.',
    manualMeans:
      'Rahat vain varataan, kun asiakas on hyväksynyt maksun. Henkilökunta veloittaa ne myöhemmin; ajoissa veloittamatta jääneet rahat palautuvat.',
    question:
      'Veloitetaanko tästä lähtien heti? Myös se, mikä on varattu ja odottaa henkilökuntaa, veloitetaan nyt.',
    yes: 'Kyllä, veloita heti',
  },
  cashierRefundLimit: {
    label: 'Kassanhoitaja voi hyvittää',
    hint: 'Yhdestä maksusta. Suurempaan esihenkilö antaa PIN-koodin; kun raja on 0, jokaiseen hyvitykseen.',
  },
  cashierRefundLimitPerDay: {
    label: 'Kassanhoitaja voi hyvittää päivässä',
    hint: 'Kaikista maksuista yhteensä. Tyhjä on kymmenen kertaa yhden maksun raja.',
  },
  refundApprovalAbove: {
    label: 'Aina PIN-koodilla, kun yli',
    hint: 'Suurempaan hyvitykseen yhdestä maksusta esihenkilö antaa PIN-koodin, myös omiinsa. Tyhjä on ei koskaan.',
  },
  notAmount: (example, most) => `Kirjoita summa, esimerkiksi ${example}; enintään ${most} on mahdollinen.`,
  timeZone: {
    label: 'Aikavyöhyke',
    hint: 'Myymälän päivät ja kellonajat noudattavat sitä',
    usual: 'Pohjoismaat',
    all: 'Kaikki',
  },
  dayEndsAt: {
    label: 'Päivä päättyy kello',
    hint: 'Keskiyön jälkeen myyty kuuluu siihen asti edelliseen päivään.',
  },
  tills: {
    text: 'Jokaisella kassalla on oma kassasivu ja omat asiakasnäytöt.',
    name: (id) => `Kassan ${id} nimi`,
    nameWrong: 'Kirjoita nimi, jossa on enintään 60 merkkiä.',
    retire: 'Poista käytöstä',
    retireNamed: (name) => `Poista käytöstä: ${name}`,
    question: (name) => `Poistetaanko ${name} käytöstä?`,
    means: (id) =>
      `Siellä ei voi enää ottaa vastaan maksuja, ja sen asiakasnäytöt näyttävät yhdistämiskoodin. Sen maksut säilyvät, ja ne voi yhä veloittaa ja hyvittää. Saat sen takaisin lisäämällä kassan, jonka lyhytnimi on ${id}.`,
    yes: 'Kyllä, poista käytöstä',
    busy: 'Tällä kassalla on maksu kesken. Odota, kunnes se on ohi.',
    last: 'Myymälässä on vähintään yksi kassa.',
    retired: (name) => `${name} on poistettu käytöstä.`,
    add: 'Lisää kassa',
    id: 'Lyhytnimi',
    idHint: 'Osoitteissa, kuten /cashier/2, eikä sitä voi muuttaa. Kirjaimet a–z, numerot, - ja _.',
    idWrong:
      'Lyhytnimessä voi olla kirjaimet a–z, numeroita, - ja _, enintään 24, ja se alkaa kirjaimella tai numerolla.',
    idTaken: 'Tällä lyhytnimellä on jo kassa. Valitse toinen.',
    like: (name) => `Se myy samoin kuin ${name}.`,
    addButton: 'Lisää',
    added: (name) => `${name} on lisätty. Avaa sen kassasivu ja yhdistä sinne tabletti.`,
  },
};
