// The wallet's name is never inflected: what is said of it hangs on a word of ours (`MobilePay-sovelluksessa`).
import type { Texts } from '../texts.ts';
import { named } from './shared/named.ts';

export * from './shared/agreement.ts';
export * from './shared/common.ts';

export const display: Texts['display'] = {
  language: 'Kieli',
  largeText: 'Suurempi teksti',
  lastMinute: 'Minuutti jäljellä',
  reconnecting: 'Yhdistetään uudelleen',
  reconnectingTo: (app) => `Yhdistetään: ${app}`,
  qrAlt: (amount, app) => `QR-koodi: skannaa ja maksa ${amount} ${named(app, 'sovelluksella')}`,
  steps: { scan: 'Skannaa', approve: 'Hyväksy', done: 'Valmis' },
  idle: { title: 'Tervetuloa', text: (app) => `Voit maksaa täällä ${named(app, 'sovelluksella')}` },
  started: { title: 'Valmistellaan', text: 'QR-koodisi on tulossa' },
  presented: {
    title: 'Skannaa ja maksa',
    text: (app) => `Kameralla tai ${named(app, 'sovelluksella')}`,
    textToApprove: (app) => `Hyväksy sitten maksu ${named(app, 'sovelluksessa')}`,
  },
  scanned: { title: (app) => `Hyväksy ${named(app, 'sovelluksessa')}`, text: 'Odotamme hyväksyntääsi' },
  declined: 'Kortti hylättiin. Voit valita sovelluksessa toisen kortin.',
  closing: { title: 'Pieni hetki', text: (app) => `Tarkistamme maksun tilaa ${named(app, 'palvelusta')}` },
  approved: { title: 'Maksettu', text: 'Kiitos ja mukavaa päivää' },
  paidLate: 'Puhu vielä kassahenkilön kanssa ennen kuin lähdet.',
  refunded: {
    title: 'Hyvitetty',
    text: 'Rahat ovat matkalla takaisin. Ne näkyvät tililläsi muutaman päivän kuluessa.',
  },
  refundedInPart: (amount) => `${amount} on matkalla takaisin sinulle`,
  cancelled: {
    title: 'Maksu peruttiin',
    text: 'Mitään ei veloitettu. Jos haluat silti maksaa, kysy kassalta.',
  },
  expired: { title: 'Aika loppui', text: 'Mitään ei veloitettu. Pyydä kassalta uusi koodi.' },
  failed: { title: 'Maksua ei voitu aloittaa', text: 'Mitään ei veloitettu. Kysy kassalta.' },
  failedUnavailable: (app) => `${app} ei vastannut. Mitään ei veloitettu. Kysy kassalta.`,
  late: {
    returning: {
      title: 'Maksu perutaan',
      text: 'Maksupyyntö ei ollut enää voimassa, kun hyväksyit sen.',
    },
    released: {
      title: 'Mitään ei veloiteta',
      text: 'Maksupyyntö ei ollut enää voimassa, kun hyväksyit sen.',
    },
    refunded: {
      title: 'Maksusi on hyvitetty',
      text: 'Maksupyyntö ei ollut enää voimassa, kun hyväksyit sen. Rahat näkyvät tililläsi muutaman päivän kuluessa.',
    },
    kept: {
      title: 'Kysy kassalta',
      text: 'Maksupyyntö ei ollut enää voimassa, kun hyväksyit sen. Kassalla sinua autetaan saamaan rahat takaisin.',
    },
  },
  signUp: {
    qrAlt: (product, price, app) =>
      `QR-koodi: skannaa ja tilaa ${product}, ${price}, ${named(app, 'sovelluksella')}`,
    presented: {
      title: 'Skannaa ja tilaa',
      text: (app) => `Hyväksy sitten sopimus ${named(app, 'sovelluksessa')}`,
    },
    closing: (app) => `Tarkistamme sopimuksen tilaa ${named(app, 'palvelusta')}`,
    active: {
      title: 'Tilauksesi on voimassa',
      text: (product) => `Tervetuloa, tilasit: ${product}.`,
    },
    paid: (amount) => `Maksoit tänään ${amount}.`,
    paidNothing: 'Tänään et maksanut mitään.',
    stopping: { title: 'Tilaustasi lopetetaan', text: 'Tämä kestää hetken.' },
    stopped: { title: 'Tilauksesi on lopetettu', text: 'Enempää ei veloiteta.' },
    cancelled: { title: 'Tilaus peruttiin', text: 'Sopimusta ei tehty. Mitään ei veloitettu.' },
    expired: {
      title: 'Aika loppui',
      text: 'Sopimusta ei tehty. Mitään ei veloitettu. Pyydä kassalta uusi koodi.',
    },
    failed: {
      title: 'Tilausta ei voitu aloittaa',
      text: 'Sopimusta ei tehty. Mitään ei veloitettu. Kysy kassalta.',
    },
    failedUnavailable: (app) => `${app} ei vastannut. Sopimusta ei tehty. Kysy kassalta.`,
    late: {
      returning: {
        title: 'Sopimus perutaan',
        text: 'Tilauspyyntö ei ollut enää voimassa, kun hyväksyit sen.',
      },
      released: {
        title: 'Sopimus on peruttu',
        text: 'Tilauspyyntö ei ollut enää voimassa, kun hyväksyit sen. Pyydä kassalta uusi koodi.',
      },
    },
  },
  released: { title: 'Mitään ei veloitettu', text: 'Varattu summa on vapautettu' },
  pairing: {
    title: 'Yhdistä tämä näyttö',
    text: 'Syötä koodi kassalla kohdassa Asiakasnäytöt.',
    slowed: 'Koodi tulee hetken kuluttua.',
  },
};
