import type { Texts } from '../../texts.ts';
import { named } from '../shared/named.ts';

export const attention: Texts['attention'] = {
  title: 'Vaatii huomiota',
  to: {
    capture_due: (amount, app, day) =>
      `${amount} on varattu mutta ei veloitettu. Veloita tai vapauta se viimeistään ${day}: sen jälkeen ${app} ei takaa, että myymälä saa rahat.`,
    capture_failed: (amount, app) =>
      `${amount} on varattu mutta ei veloitettu: ${app} hylkäsi veloituksen. Veloita uudelleen.`,
    capture_delayed: (amount, app) =>
      `${app} ei ole vielä vahvistanut veloitusta (${amount}). Sitä yritetään automaattisesti uudelleen.`,
    refund_failed: (amount, app) => `${app} hylkäsi tämän maksun (${amount}) hyvityksen. Hyvitä uudelleen.`,
    refund_delayed: (amount, app) =>
      `${app} ei ole vielä vahvistanut tämän maksun (${amount}) hyvitystä. Sitä yritetään automaattisesti uudelleen. Älä tee uutta hyvitystä.`,
    release_failed: (amount, app) =>
      `${app} ei vapauttanut varausta: ${amount} on yhä varattuna. Vapauta uudelleen.`,
    release_delayed: (amount, app) =>
      `${app} ei ole vielä vahvistanut varauksen vapautusta (${amount}). Sitä yritetään automaattisesti uudelleen.`,
    stop_failed: (_amount, app) => `${app} ei lopettanut sopimusta, joten se jatkuu. Lopeta se uudelleen.`,
    stop_delayed: (_amount, app) =>
      `${app} ei ole vielä vahvistanut sopimuksen lopetusta. Sitä yritetään automaattisesti uudelleen.`,
    paid_late: (amount) =>
      `Asiakas maksoi ${amount} ennen kuin maksu ehdittiin päättää. Hyvitä se, jos myyntiä ei ollut tarkoitus tehdä tai jos asiakas on maksanut kahdesti.`,
    returning: (amount) => `${amount} tuli maksun päättymisen jälkeen. Rahat palautetaan automaattisesti.`,
    released: (amount) =>
      `Asiakas hyväksyi maksun (${amount}) vasta sen päättymisen jälkeen. Varaus vapautettiin. Pyydä maksu uudelleen, jos asiakas on saanut tavarat.`,
    refunded: (amount) =>
      `Asiakas maksoi ${amount} maksun päättymisen jälkeen. Koko summa hyvitettiin. Pyydä maksu uudelleen, jos asiakas on saanut tavarat.`,
    unknown_order: (amount, app) =>
      `${app} ei enää tunne tätä ${amount} maksua, joten kukaan ei tiedä, onko asiakas maksanut. Katso se ${named(app, 'portaalista')}, älä ota siitä käteistä ennen sitä, ja tarkistuta kaupan avaimet ja myyntipiste. Maksua etsitään uudelleen automaattisesti.`,
    kept: (amount) =>
      `Asiakas maksoi ${amount} maksun päättymisen jälkeen, eikä summaa voitu palauttaa automaattisesti. Hyvitä se.`,
    not_ours: (amount, app) =>
      `Tämän myynnin (${amount}) viite on toisen järjestelmän käytössä ${named(app, 'palvelussa')}. Toiseen tilaukseen ei koskettu. Myynti jatkuu uudella viitteellä; jos ei, pyydä maksu uudelleen.`,
  },
};
