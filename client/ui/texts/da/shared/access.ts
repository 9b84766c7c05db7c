import type { Texts } from '../../texts.ts';

const seconds = (count: number) => `${count} ${count === 1 ? 'sekund' : 'sekunder'}`;

const errors: Texts['access']['errors'] = {
  invalid_request: 'Kasseserveren forstod det ikke. Tjek det, du har skrevet, og prøv igen.',
  not_signed_in: 'Du er logget ud. Log ind, og prøv igen.',
  not_allowed: 'Det har du ikke adgang til. Spørg en leder.',
  pin_required: 'Indtast først din pinkode, og prøv igen.',
  approval_required: 'Det skal godkendes af en leder.',
  session_locked: 'Siden er låst. Indtast din pinkode, og prøv igen.',
  not_found: 'Kasseserveren kender det ikke længere. Genindlæs siden.',
  till_busy: 'Kassen er optaget. Prøv igen om et øjeblik.',
  idempotency_mismatch: 'Det blev ændret, efter at det var sendt. Genindlæs siden.',
  wrong_state: 'Det kan ikke lade sig gøre længere. Genindlæs siden.',
  amount_out_of_range: 'Beløbet er ikke gyldigt.',
  refund_exceeds_captured: 'Beløbet er ikke gyldigt.',
  vipps_rejected: 'Det blev afvist. Prøv igen.',
  vipps_unavailable: 'Vipps MobilePay svarer ikke. Prøv igen om et øjeblik.',
  rate_limited: 'For mange forsøg.',
  storage_unavailable: 'Kasseserveren kan ikke skrive til sin disk. Prøv igen om et øjeblik.',
  internal: 'Der gik noget galt i kasseserveren. Prøv igen.',
  unreachable: 'Der er ingen forbindelse til kasseserveren. Prøv igen om et øjeblik.',
};

export const access: Texts['access'] = {
  errors,
  roles: { cashier: 'Kassemedarbejder', manager: 'Leder' },
  tryAgainIn: (count) => `Prøv igen om ${seconds(count)}.`,
  tryAgainNow: 'Du kan prøve igen nu.',
  signedOut: { title: 'Logget ud', text: 'Går til login…' },
  noAccess: {
    title: 'Ingen adgang',
    text: 'Du er ikke logget ind her, eller du har ikke adgang til denne kasse.',
  },
  name: 'Navn',
  pin: 'Pinkode',
  pinRule:
    'En pinkode har 6 til 12 cifre, for ledere 8 til 12. Talrækker, gentagelser, datoer og almindelige koder kan ikke bruges.',
  pinTooEasy: 'Denne pinkode er for kort eller for let at gætte. Vælg en anden.',
  nameRule: 'Skriv et navn med synlige tegn.',
  working: 'Et øjeblik…',
};
