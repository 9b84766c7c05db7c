import type { Texts } from '../../texts.ts';

const seconds = (count: number) => `${count} ${count === 1 ? 'sekund' : 'sekunder'}`;

const errors: Texts['access']['errors'] = {
  invalid_request: 'Kasseserveren forstod ikke dette. Sjekk det du skrev, og prøv igjen.',
  not_signed_in: 'Du er logget ut. Logg inn, og prøv igjen.',
  not_allowed: 'Du har ikke tilgang til dette. Spør en leder.',
  pin_required: 'Oppgi PIN-koden din først, og prøv igjen.',
  approval_required: 'Dette må godkjennes av en leder.',
  session_locked: 'Siden er låst. Oppgi PIN-koden din, og prøv igjen.',
  not_found: 'Kasseserveren kjenner ikke til dette lenger. Last siden på nytt.',
  till_busy: 'Kassen er opptatt. Prøv igjen om et øyeblikk.',
  idempotency_mismatch: 'Dette ble endret etter at det var sendt. Last siden på nytt.',
  wrong_state: 'Dette er ikke lenger mulig. Last siden på nytt.',
  amount_out_of_range: 'Beløpet er ikke gyldig.',
  refund_exceeds_captured: 'Beløpet er ikke gyldig.',
  vipps_rejected: 'Dette ble avvist. Prøv igjen.',
  vipps_unavailable: 'Vipps MobilePay svarer ikke. Prøv igjen om et øyeblikk.',
  rate_limited: 'For mange forsøk.',
  storage_unavailable: 'Kasseserveren får ikke skrevet til disken. Prøv igjen om et øyeblikk.',
  internal: 'Noe gikk galt i kasseserveren. Prøv igjen.',
  unreachable: 'Får ikke kontakt med kasseserveren. Prøv igjen om et øyeblikk.',
};

export const access: Texts['access'] = {
  errors,
  roles: { cashier: 'Kassemedarbeider', manager: 'Leder' },
  tryAgainIn: (count) => `Prøv igjen om ${seconds(count)}.`,
  tryAgainNow: 'Du kan prøve igjen nå.',
  signedOut: { title: 'Logget ut', text: 'Går til innloggingen…' },
  noAccess: {
    title: 'Ingen tilgang',
    text: 'Du er ikke logget inn her, eller har ikke tilgang til denne kassen.',
  },
  name: 'Navn',
  pin: 'PIN-kode',
  pinRule:
    'En PIN-kode har 6 til 12 sifre, for ledere 8 til 12. Tallrekker, gjentakelser, datoer og vanlige koder kan ikke brukes.',
  pinTooEasy: 'Denne PIN-koden er for kort eller for lett å gjette. Velg en annen.',
  nameRule: 'Skriv et navn, med synlige tegn.',
  working: 'Et øyeblikk…',
};
