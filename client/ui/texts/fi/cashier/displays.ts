import type { Texts } from '../../texts.ts';

export const displays: Texts['displays'] = {
  title: 'Asiakasnäytöt',
  none: 'Tähän kassaan ei ole yhdistetty näyttöä.',
  pairedAt: (when, by) => `Yhdistetty ${when} (${by})`,
  seen: {
    label: 'Nähty viimeksi',
    connecting: 'Yhdistetään…',
    never: 'ei koskaan',
    now: 'nyt',
    minutes: (count) => `${count} min sitten`,
    hours: (count) => `${count} t sitten`,
    days: (count) => (count === 1 ? 'eilen' : `${count} päivää sitten`),
  },
  lacks: {
    https:
      'Avattu salaamattomalla http-yhteydellä: jos se käynnistyy uudelleen palvelimen ollessa poissa, sillä ei ole sivua näytettävänä.',
    page: 'Jos se käynnistyy uudelleen palvelimen ollessa poissa, sillä ei ole sivua näytettävänä. Luottaako tabletti varmenteeseen?',
    lock: 'Sitä pitää hereillä vain video. Aseta tabletti mieluiten niin, ettei sen näyttö sammu koskaan.',
    awake: 'Se voi sammua. Kosketa sitä kerran tai aseta tabletti niin, ettei sen näyttö sammu koskaan.',
  },
  identify: 'Näytä mikä',
  identified: 'Näytöllä näkyy kassan nimi 10 sekunnin ajan.',
  cutOff: 'Katkaise yhteys',
  cutOffQuestion: 'Katkaistaanko yhteys tähän näyttöön? Kassa katoaa siltä heti.',
  cutOffYes: 'Kyllä, katkaise',
  cutOffNo: 'Säilytä',
  gone: 'Yhteys tähän näyttöön on jo katkaistu.',
  old: 'Luetteloa ei voitu päivittää.',
  add: 'Lisää näyttö',
  addHow:
    'Avaa alla oleva osoite tabletilla tai skannaa se kameralla. Tablettiin tulee koodi: syötä se tähän.',
  addNowhere:
    'Mikään tabletti ei vielä tavoita tätä palvelinta: aseta HOST tai PUBLIC_URL siellä, missä se toimii, ja käynnistä se uudelleen. Avaa sitten tabletilla /display.',
  addInDemo: 'Demossa tämän koneen näytöt yhdistyvät itsestään: avaa /display toisessa ikkunassa.',
  code: 'Tabletin koodi',
  codeRule: 'Koodissa on 6 numeroa.',
  pair: 'Yhdistä',
  paired: 'Näyttö on yhdistetty tähän kassaan.',
  noSuchCode: 'Millään tabletilla ei ole tätä koodia. Tarkista se: koodi vaihtuu viiden minuutin välein.',
  waiting: (count) =>
    count === 1
      ? '1 tabletilla on koodi, jota kukaan ei ole syöttänyt.'
      : `${count} tabletilla on koodi, jota kukaan ei ole syöttänyt.`,
  clear: 'Poista koodit',
  cleared: 'Koodit on poistettu. Tabletti, joka on yhä paikalla, näyttää uuden.',
};
