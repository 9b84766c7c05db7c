import type { Texts } from '../../texts.ts';

export const attention: Texts['attention'] = {
  title: 'Kræver opmærksomhed',
  to: {
    capture_due: (amount, app, day) =>
      `${amount} er reserveret, men ikke hævet. Hæv eller frigiv beløbet senest ${day}: Derefter garanterer ${app} ikke, at butikken får pengene.`,
    capture_failed: (amount, app) =>
      `${amount} er reserveret, men ikke hævet: ${app} afviste at hæve beløbet. Hæv det igen.`,
    capture_delayed: (amount, app) =>
      `${app} har endnu ikke bekræftet, at ${amount} er hævet. Der prøves igen automatisk.`,
    refund_failed: (amount, app) =>
      `${app} afviste en refundering af denne betaling (${amount}). Refundér igen.`,
    refund_delayed: (amount, app) =>
      `${app} har endnu ikke bekræftet en refundering af denne betaling (${amount}). Der prøves igen automatisk. Refundér ikke en gang til.`,
    release_failed: (amount, app) =>
      `${app} afviste at frigive ${amount}, som stadig er reserveret. Frigiv beløbet igen.`,
    release_delayed: (amount, app) =>
      `${app} har endnu ikke bekræftet, at ${amount} er frigivet. Der prøves igen automatisk.`,
    stop_failed: (_amount, app) => `${app} afviste at stoppe aftalen, så den løber videre. Stop den igen.`,
    stop_delayed: (_amount, app) =>
      `${app} har endnu ikke bekræftet, at aftalen er stoppet. Der prøves igen automatisk.`,
    paid_late: (amount) =>
      `Kunden betalte ${amount}, før betalingen nåede at blive afsluttet. Refundér, hvis salget ikke skulle gennemføres, eller hvis kunden har betalt to gange.`,
    returning: (amount) =>
      `${amount} kom ind, efter at betalingen var afsluttet. Pengene tilbageføres automatisk.`,
    released: (amount) =>
      `Kunden godkendte ${amount}, efter at betalingen var afsluttet. Reservationen blev frigivet. Opkræv igen, hvis kunden har fået varerne.`,
    refunded: (amount) =>
      `Kunden betalte ${amount}, efter at betalingen var afsluttet. Det hele blev refunderet. Opkræv igen, hvis kunden har fået varerne.`,
    unknown_order: (amount, app) =>
      `${app} kender ikke længere denne betaling på ${amount}, så ingen ved, om kunden har betalt. Se efter den i ${app}-portalen, tag ikke imod kontanter for den før det, og få tjekket butikkens nøgler og salgsenhed. Vi ser efter den igen automatisk.`,
    kept: (amount) =>
      `Kunden betalte ${amount}, efter at betalingen var afsluttet, og pengene kunne ikke tilbageføres automatisk. Refundér dem.`,
    not_ours: (amount, app) =>
      `Referencen til dette salg på ${amount} er i brug i et andet system hos ${app}. Den anden ordre er ikke rørt. Salget fortsætter med en ny reference; hvis ikke, så opkræv igen.`,
  },
};
