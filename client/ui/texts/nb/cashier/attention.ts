import type { Texts } from '../../texts.ts';

export const attention: Texts['attention'] = {
  title: 'Krever oppfølging',
  to: {
    capture_due: (amount, app, day) =>
      `${amount} er reservert, men ikke trukket. Trekk eller frigi det innen ${day}: Etter det garanterer ikke ${app} at butikken får pengene.`,
    capture_failed: (amount, app) =>
      `${amount} er reservert, men ikke trukket: ${app} avviste trekket. Trekk beløpet på nytt.`,
    capture_delayed: (amount, app) =>
      `${app} har ikke bekreftet at ${amount} er trukket ennå. Det prøves igjen automatisk.`,
    refund_failed: (amount, app) =>
      `${app} avviste en refusjon av denne betalingen på ${amount}. Refunder på nytt.`,
    refund_delayed: (amount, app) =>
      `${app} har ikke bekreftet en refusjon av denne betalingen på ${amount} ennå. Det prøves igjen automatisk. Ikke refunder på nytt.`,
    release_failed: (amount, app) =>
      `${app} avviste frigivelsen av ${amount}, som fortsatt er reservert. Frigi beløpet på nytt.`,
    release_delayed: (amount, app) =>
      `${app} har ikke bekreftet at ${amount} er frigitt ennå. Det prøves igjen automatisk.`,
    stop_failed: (_amount, app) =>
      `${app} ville ikke stoppe avtalen, så den løper videre. Stopp den på nytt.`,
    stop_delayed: (_amount, app) =>
      `${app} har ikke bekreftet at avtalen er stoppet ennå. Det prøves igjen automatisk.`,
    paid_late: (amount) =>
      `Kunden betalte ${amount} før betalingen rakk å bli avsluttet. Refunder hvis salget ikke skulle gjennomføres, eller hvis kunden har betalt to ganger.`,
    returning: (amount) =>
      `${amount} kom inn etter at betalingen var avsluttet. Pengene tilbakeføres automatisk.`,
    released: (amount) =>
      `Kunden godkjente ${amount} etter at betalingen var avsluttet. Reservasjonen ble frigitt. Ta betalt på nytt hvis kunden har fått varene.`,
    refunded: (amount) =>
      `Kunden betalte ${amount} etter at betalingen var avsluttet. Alt ble refundert. Ta betalt på nytt hvis kunden har fått varene.`,
    unknown_order: (amount, app) =>
      `${app} kjenner ikke lenger denne betalingen på ${amount}, så ingen vet om kunden har betalt. Se etter den i ${app}-portalen, ta ikke imot kontanter for den før det, og få sjekket nøklene og salgsstedet til butikken. Vi ser etter den på nytt automatisk.`,
    kept: (amount) =>
      `Kunden betalte ${amount} etter at betalingen var avsluttet, og pengene kunne ikke tilbakeføres automatisk. Refunder dem.`,
    not_ours: (amount, app) =>
      `Referansen til dette salget på ${amount} er i bruk i et annet system hos ${app}. Den andre ordren er ikke rørt. Salget fortsetter med en ny referanse; hvis ikke, ta betalt på nytt.`,
  },
};
