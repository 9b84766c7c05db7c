import type { Texts } from '../texts.ts';

export const attention: Texts['attention'] = {
  title: 'Kræver opmærksomhed',
  to: {
    capture_failed: (amount, app) =>
      `${amount} er reserveret, men ikke hævet: ${app} afviste at hæve beløbet. Hæv det igen.`,
    capture_delayed: (amount, app) =>
      `${app} har endnu ikke bekræftet, at ${amount} er hævet. Der prøves igen af sig selv.`,
    refund_failed: (amount, app) =>
      `På denne betaling på ${amount} afviste ${app} en refusion. Refundér igen.`,
    refund_delayed: (amount, app) =>
      `På denne betaling på ${amount} har ${app} endnu ikke bekræftet en refusion. Der prøves igen af sig selv. Gør det ikke forfra.`,
    release_failed: (amount, app) =>
      `${app} afviste at frigive ${amount}, som stadig er reserveret. Frigiv beløbet igen.`,
    release_delayed: (amount, app) =>
      `${app} har endnu ikke bekræftet, at ${amount} er frigivet. Der prøves igen af sig selv.`,
    stop_failed: (_amount, app) => `${app} afviste at stoppe aftalen, så den løber videre. Stop den igen.`,
    stop_delayed: (_amount, app) =>
      `${app} har endnu ikke bekræftet, at aftalen er stoppet. Der prøves igen af sig selv.`,
    paid_late: (amount) =>
      `Kunden betalte ${amount}, før betalingen nåede at blive afsluttet. Refundér, hvis salget ikke var meningen, eller hvis kunden har betalt to gange.`,
    returning: (amount) =>
      `${amount} kom ind, efter at betalingen var afsluttet. Pengene gives tilbage af sig selv.`,
    released: (amount) =>
      `Kunden godkendte ${amount}, efter at betalingen var afsluttet. Reservationen blev frigivet. Opkræv igen, hvis kunden har fået varerne.`,
    refunded: (amount) =>
      `Kunden betalte ${amount}, efter at betalingen var afsluttet. Det hele blev refunderet. Opkræv igen, hvis kunden har fået varerne.`,
    kept: (amount) =>
      `Kunden betalte ${amount}, efter at betalingen var afsluttet, og pengene kunne ikke gives tilbage af sig selv. Refundér dem.`,
  },
  forManager: {
    refund_failed: (amount, app) =>
      `På denne betaling på ${amount} afviste ${app} en refusion. En leder kan refundere igen.`,
    paid_late: (amount) =>
      `Kunden betalte ${amount}, før betalingen nåede at blive afsluttet. Hvis salget ikke var meningen, eller hvis kunden har betalt to gange, kan en leder refundere.`,
    kept: (amount) =>
      `Kunden betalte ${amount}, efter at betalingen var afsluttet, og pengene kunne ikke gives tilbage af sig selv. En leder kan refundere dem.`,
  },
};
