// What the cashier reads about the sales of the day, finding one, comparing it with the wallet, and its slip.
import type { Texts } from '../../texts.ts';
import { named } from '../shared/named.ts';

const sales = (count: number) => `${count} ${count === 1 ? 'myynti' : 'myyntiä'}`;

export const finding: Texts['finding'] = {
  open: 'Etsi myynti',
  title: 'Myynnit',
  what: 'Viite, summa tai teksti',
  state: 'Tila',
  anyState: 'Kaikki',
  uncaptured: 'Varattu, ei veloitettu',
  from: 'Alkupäivä',
  to: 'Loppupäivä',
  go: 'Hae',
  more: 'Näytä lisää',
  nothing: 'Myyntejä ei löytynyt. Kokeile lyhyempää hakua, pelkkää summaa tai muita päiviä.',
  missing: 'Myyntejä ei voitu hakea. Rahaa ei ole siirtynyt. Hae uudelleen.',
  csv: 'Lataa CSV-tiedostona',
};

export const hours: Texts['hours'] = {
  title: 'Myynti tunneittain',
  hour: 'Tunti',
  count: 'Myynnit',
  sum: 'Summa',
  most: (hour, count, sum) => `Eniten klo ${hour}: ${sales(count)}, ${sum}`,
};

export const check: Texts['check'] = {
  go: (app) => `Tarkista ${named(app, 'palvelusta')}`,
  going: 'Tarkistetaan…',
  agrees: (app) => `${app} näyttää samaa kuin tämä kassa.`,
  open: 'Maksu ei ole vielä päättynyt. Sitä seurataan koko ajan.',
  inProgress: 'Tässä maksussa siirtyy rahaa juuri nyt. Tarkista hetken päästä uudelleen.',
  notChecked: (app) =>
    `${app} ei vastannut, joten mitään ei voitu verrata. Tarkista uudelleen minuutin päästä.`,
  shows: (app) => `${app} näyttää`,
  unknownThere: 'Tuntematon',
  differences: {
    late_money: (app) =>
      `Tämä maksu päättyi ilman rahaa, mutta ${named(app, 'palvelussa')} sillä on rahaa. Rahat palautetaan automaattisesti.`,
    late_money_kept: (app) =>
      `Tämä maksu päättyi ilman rahaa, mutta ${named(app, 'palvelussa')} sillä on rahaa. Esihenkilön on palautettava rahat ${named(app, 'portaalissa')}.`,
    unknown_at_vipps: (app) => `Täällä maksettu, mutta ${app} ei tunne maksua. Soita tukeen.`,
    voided: (app) => `Täällä maksettu, mutta ${named(app, 'palvelussa')} peruttu: asiakasta ei veloitettu.`,
    not_reserved: (app) => `Täällä maksettu, mutta ${app} ei näytä varausta. Soita tukeen.`,
    captured_differs: (app) => `${app} näyttää eri veloitetun summan kuin tämä kassa. Kerro esihenkilölle.`,
    refunded_differs: (app) => `${app} näyttää eri hyvitetyn summan kuin tämä kassa. Kerro esihenkilölle.`,
    not_captured: () =>
      'Rahat on varattu mutta ei veloitettu: myymälä ei ole vielä saanut niitä. Veloita ne.',
  },
};

export const slip: Texts['slip'] = {
  print: 'Tulosta maksuvahvistus',
  printRefund: (amount) => `Tulosta hyvitysvahvistus, ${amount}`,
  title: 'Maksuvahvistus',
  refundTitle: 'Hyvitysvahvistus',
  paidWith: (app) => `Maksettu ${named(app, 'palvelussa')}`,
  reservedWith: (app) => `Varattu ${named(app, 'palvelussa')}, ei vielä veloitettu`,
  refundedWith: (app) => `Hyvitetty ${named(app, 'palvelussa')}`,
  total: 'Yhteensä',
  tax: (percentage) => `Sisältää alv ${percentage}`,
  date: 'Päiväys',
  place: 'Paikka',
  servedBy: 'Myyjä',
  originalSale: 'Alkuperäinen myynti',
  paidThen: 'Maksettu silloin',
  reference: (app) => `Viite ${named(app, 'palvelussa')}`,
  receiptElsewhere: 'Kuitin ostoksesta saat kassalta.',
  notReal: 'Ei oikeaa rahaa: tämä on testi.',
};
