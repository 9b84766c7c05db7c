// The wallet's name is never inflected: where Finnish wants a case, it stands on `palvelu`.
import type { Texts } from '../texts.ts';
import { named } from './shared/named.ts';

export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';

const payments = (count: number) => `${count} ${count === 1 ? 'maksu' : 'maksua'}`;
export const reconciliation: Texts['reconciliation'] = {
  day: 'Päivä',
  dayBefore: 'Edellinen päivä',
  dayAfter: 'Seuraava päivä',
  checkAgain: 'Tarkista uudelleen',
  print: 'Tulosta',
  checking: (app) => `Verrataan päivän kaikkia maksuja ${named(app, 'palvelun')} tietoihin…`,
  checkedAt: (time) => `Tarkistettu ${time}`,
  soFar: 'Päivä tähän asti',

  verdict: {
    differs: (count) => `${payments(count)} ei täsmää`,
    differsText: (app) => `Myymälän kirjaukset ja ${named(app, 'palvelun')} tiedot poikkeavat toisistaan.`,
    unreached: (app) => `${app} ei vastannut`,
    refused: (app) => `${app} hylkäsi pyynnön`,
    nothingCompared:
      'Yhtään maksua ei voitu verrata. Summat ovat myymälän omista kirjauksista. Tarkista myöhemmin uudelleen.',
    unchecked: (count) => `${payments(count)} jäi tarkistamatta`,
    uncheckedText: 'Muut täsmäävät. Tarkista myöhemmin uudelleen.',
    agrees: (app) => `Kaikki täsmää ${named(app, 'palvelun')} kanssa`,
    agreesSoFar: (app) => `Kaikki verratut maksut täsmäävät ${named(app, 'palvelun')} kanssa`,
    unfinished: (count) => `${payments(count)} on vielä kesken.`,
    empty: 'Tältä päivältä ei ole maksuja',
    emptyText: 'Verrattavaa ei ole.',
  },
  counts: {
    agrees: (count) => `${count} täsmää`,
    differs: (count) => `${count} ei täsmää`,
    in_progress: (count) => `${count} käsittelyssä`,
    open: (count) => `${count} vielä auki`,
    not_checked: (count) => `${count} tarkistamatta`,
  },

  differences: 'Erot',
  difference: {
    late_money: (app, amount) =>
      `Tämä maksu jäi maksamatta, mutta ${named(app, 'palvelussa')} näkyy ${amount}. Rahat palautetaan automaattisesti. Tarkista minuutin kuluttua uudelleen.`,
    late_money_kept: (app, amount) =>
      `Tämä maksu jäi maksamatta, mutta ${named(app, 'palvelussa')} näkyy ${amount}. Palauta rahat asiakkaalle osoitteessa portal.vippsmobilepay.com.`,
    unknown_at_vipps: (app) => `Täällä maksettu, mutta ${app} ei tunne tätä maksua.`,
    voided: (app) => `Täällä maksettu, mutta ${named(app, 'palvelussa')} peruttu: asiakasta ei veloitettu.`,
    not_reserved: (app) => `Täällä maksettu, mutta ${named(app, 'palvelussa')} ei ole mitään varattuna.`,
    captured_there: (app, amount) =>
      `${named(app, 'palvelussa')} on veloitettu ${amount} enemmän kuin täällä, esimerkiksi portaalissa.`,
    captured_here: (app, amount) =>
      `${amount} on veloitettu täällä, mutta se ei näy ${named(app, 'palvelussa')}.`,
    refunded_there: (app, amount) =>
      `${named(app, 'palvelussa')} on hyvitetty ${amount} enemmän kuin täällä, esimerkiksi portaalissa.`,
    refunded_here: (app, amount) =>
      `${amount} on hyvitetty täällä, mutta se ei näy ${named(app, 'palvelussa')}.`,
    not_captured: (amount) =>
      `${amount} on varattu mutta ei veloitettu: myymälä saa sen vasta, kun joku veloittaa sen.`,
  },
  notChecked: 'Tarkistamatta',
  unchecked: {
    vipps_unavailable: (app) => `${app} ei vastannut.`,
    vipps_rejected: (app) => `${app} hylkäsi pyynnön.`,
    not_asked: (app) => `Ei kysytty: ${app} ei vastannut aiemmin, tai aika loppui kesken.`,
  },
  unfinished: 'Vielä kesken, siksi ei verrattu',
  unfinishedText: {
    open: 'Vielä auki: asiakas voi maksaa, tai maksu on juuri päättymässä.',
    in_progress: 'Veloitus tai hyvitys on käynnissä, tai jokin muuttui juuri äsken.',
  },
  more: (count) => `ja ${count} ${count === 1 ? 'muu' : 'muuta'} alla olevassa maksujen luettelossa`,

  totals: 'Summat kassoittain',
  totalsBy: 'Myymälän omien kirjausten mukaan.',
  totalsWithout: 'Myymälän omien kirjausten mukaan: muualla tehty lasketaan siitä alkaen, kun se havaittiin.',
  columns: {
    till: 'Kassa',
    sales: 'Myynnit',
    captured: 'Veloitettu',
    refunded: 'Hyvitetty',
    released: 'Vapautettu',
    net: 'Netto',
    reserved: 'Varattu, ei veloitettu',
    time: 'Aika',
    payment: 'Maksu',
    what: 'Mitä',
    amount: 'Summa',
    here: 'Täällä',
    there: (app) => named(app, 'palvelussa'),
    result: 'Tulos',
  },
  total: 'Yhteensä',

  uncaptured: 'Varattu eikä vielä veloitettu',
  uncapturedBy: (amount, day) => `${amount}, veloita viimeistään ${day}`,

  moved: 'Rahaliikenne',
  movement: {
    captured: 'Veloitettu',
    refunded: 'Hyvitetty',
    released: 'Vapautettu',
    found: (app) => `havaittu ${named(app, 'palvelussa')}`,
    of: (day) => `myynti ${day}`,
  },

  payments: 'Maksut',
  state: {
    open: 'Vielä auki',
    cancelled: 'Peruttu',
    cancelledByCustomer: 'Asiakas perui',
    expired: 'Aika loppui',
    failed: 'Ei voitu aloittaa',
    reserved: (amount) => `Varattu ${amount}`,
    capturing: (amount) => `Veloitetaan ${amount}`,
    captureRefused: (amount) => `Varattu ${amount}, veloitus hylätty`,
    captured: (amount) => `Veloitettu ${amount}`,
    refunded: (amount) => `hyvitetty ${amount}`,
    released: (amount) => `Vapautettu ${amount}`,
    nothing: 'Ei varauksia',
    unknown: 'Tuntematon',
    notAsked: 'Ei kysytty',
    noAnswer: 'Ei vastausta',
  },
  result: {
    agrees: 'Täsmää',
    differs: 'Ei täsmää',
    in_progress: 'Käsittelyssä',
    open: 'Auki',
    not_checked: 'Tarkistamatta',
  },

  unreachable: {
    title: 'Kassapalvelimeen ei saada yhteyttä',
    text: 'Mitään ei voitu verrata. Tarkista uudelleen, kun palvelin on taas käytössä.',
  },
  managersOnly: { title: 'Vain esihenkilöille', text: 'Päivän tilitys on esihenkilöille. Kysy heiltä.' },
  wrongDay: { title: 'Tältä päivältä ei ole raporttia', text: 'Valitse kuluva päivä tai jokin aiempi.' },
  faulty: {
    title: 'Kassapalvelimessa tapahtui virhe',
    text: 'Päivää ei voitu verrata. Tarkista minuutin kuluttua uudelleen.',
  },
  old: 'Päivää ei voitu verrata uudelleen. Näet edellisen vertailun.',
};
