import type { Texts } from '../../texts.ts';

const seconds = (count: number) => `${count} ${count === 1 ? 'sekund' : 'sekunder'}`;

const errors: Texts['access']['errors'] = {
  invalid_request: 'Kassaservern förstod inte det här. Kontrollera det du skrev och försök igen.',
  not_signed_in: 'Du är utloggad. Logga in och försök igen.',
  not_allowed: 'Du har inte behörighet till det här. Fråga en chef.',
  pin_required: 'Ange din pinkod först och försök igen.',
  approval_required: 'Det här måste godkännas av en chef.',
  session_locked: 'Sidan är låst. Ange din pinkod och försök igen.',
  not_found: 'Kassaservern känner inte till det här längre. Ladda om sidan.',
  till_busy: 'Kassan är upptagen. Försök igen om ett ögonblick.',
  idempotency_mismatch: 'Det här ändrades efter att det hade skickats. Ladda om sidan.',
  wrong_state: 'Det här går inte längre. Ladda om sidan.',
  amount_out_of_range: 'Beloppet är inte giltigt.',
  refund_exceeds_captured: 'Beloppet är inte giltigt.',
  vipps_rejected: 'Det här nekades. Försök igen.',
  vipps_unavailable: 'Vipps MobilePay svarar inte. Försök igen om ett ögonblick.',
  rate_limited: 'För många försök.',
  storage_unavailable: 'Kassaservern kan inte skriva till sin disk. Försök igen om ett ögonblick.',
  internal: 'Något gick fel i kassaservern. Försök igen.',
  unreachable: 'Ingen kontakt med kassaservern. Försök igen om ett ögonblick.',
};

export const access: Texts['access'] = {
  errors,
  roles: { cashier: 'Kassamedarbetare', manager: 'Chef' },
  tryAgainIn: (count) => `Försök igen om ${seconds(count)}.`,
  tryAgainNow: 'Du kan försöka igen nu.',
  signedOut: { title: 'Utloggad', text: 'Går till inloggningen…' },
  noAccess: {
    title: 'Ingen åtkomst',
    text: 'Du är inte inloggad här eller har inte tillgång till den här kassan.',
  },
  name: 'Namn',
  pin: 'Pinkod',
  pinRule:
    'En pinkod har 6 till 12 siffror, för chefer 8 till 12. Talföljder, upprepningar, datum och vanliga koder går inte att använda.',
  pinTooEasy: 'Den här pinkoden är för kort eller för lätt att gissa. Välj en annan.',
  nameRule: 'Skriv ett namn med synliga tecken.',
  working: 'Ett ögonblick…',
};
