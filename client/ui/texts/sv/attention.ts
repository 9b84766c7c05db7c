import type { Texts } from '../texts.ts';

export const attention: Texts['attention'] = {
  title: 'Behöver åtgärdas',
  to: {
    capture_failed: (amount, app) =>
      `${amount} är reserverat men inte debiterat: ${app} nekade debiteringen. Debitera beloppet igen.`,
    capture_delayed: (amount, app) =>
      `${app} har inte bekräftat att ${amount} är debiterat än. Det görs ett nytt försök automatiskt.`,
    refund_failed: (amount, app) =>
      `${app} nekade en återbetalning på den här betalningen på ${amount}. Återbetala igen.`,
    refund_delayed: (amount, app) =>
      `${app} har inte bekräftat en återbetalning på den här betalningen på ${amount} än. Det görs ett nytt försök automatiskt. Gör inte om det.`,
    release_failed: (amount, app) =>
      `${app} nekade att släppa ${amount}, som fortfarande är reserverat. Släpp reservationen igen.`,
    release_delayed: (amount, app) =>
      `${app} har inte bekräftat att ${amount} är släppt än. Det görs ett nytt försök automatiskt.`,
    stop_failed: (_amount, app) => `${app} nekade att stoppa avtalet, så det löper vidare. Stoppa det igen.`,
    stop_delayed: (_amount, app) =>
      `${app} har inte bekräftat att avtalet är stoppat än. Det görs ett nytt försök automatiskt.`,
    paid_late: (amount) =>
      `Kunden betalade ${amount} innan betalningen hann avslutas. Återbetala om köpet inte var meningen, eller om kunden har betalat två gånger.`,
    returning: (amount) =>
      `${amount} kom in efter att betalningen hade avslutats. Pengarna lämnas tillbaka automatiskt.`,
    released: (amount) =>
      `Kunden godkände ${amount} efter att betalningen hade avslutats. Reservationen släpptes. Ta betalt igen om kunden har fått varorna.`,
    refunded: (amount) =>
      `Kunden betalade ${amount} efter att betalningen hade avslutats. Allt återbetalades. Ta betalt igen om kunden har fått varorna.`,
    kept: (amount) =>
      `Kunden betalade ${amount} efter att betalningen hade avslutats, och pengarna kunde inte lämnas tillbaka automatiskt. Återbetala dem.`,
  },
  forManager: {
    refund_failed: (amount, app) =>
      `${app} nekade en återbetalning på den här betalningen på ${amount}. En chef kan återbetala igen.`,
    paid_late: (amount) =>
      `Kunden betalade ${amount} innan betalningen hann avslutas. Om köpet inte var meningen, eller om kunden har betalat två gånger, kan en chef återbetala.`,
    kept: (amount) =>
      `Kunden betalade ${amount} efter att betalningen hade avslutats, och pengarna kunde inte lämnas tillbaka automatiskt. En chef kan återbetala dem.`,
  },
};
