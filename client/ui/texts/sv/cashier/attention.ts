import type { Texts } from '../../texts.ts';

export const attention: Texts['attention'] = {
  title: 'Behöver åtgärdas',
  to: {
    capture_due: (amount, app, day) =>
      `${amount} är reserverat men inte debiterat. Debitera eller frigör beloppet senast ${day}: därefter garanterar ${app} inte att butiken får pengarna.`,
    capture_failed: (amount, app) =>
      `${amount} är reserverat men inte debiterat: ${app} nekade debiteringen. Debitera beloppet igen.`,
    capture_delayed: (amount, app) =>
      `${app} har inte bekräftat att ${amount} är debiterat än. Det görs ett nytt försök automatiskt.`,
    refund_failed: (amount, app) =>
      `${app} nekade en återbetalning av den här betalningen på ${amount}. Återbetala igen.`,
    refund_delayed: (amount, app) =>
      `${app} har inte bekräftat en återbetalning av den här betalningen på ${amount} än. Det görs ett nytt försök automatiskt. Återbetala inte en gång till.`,
    release_failed: (amount, app) =>
      `${app} ville inte frigöra ${amount}, som fortfarande är reserverat. Frigör beloppet igen.`,
    release_delayed: (amount, app) =>
      `${app} har inte bekräftat att ${amount} är frigjort än. Det görs ett nytt försök automatiskt.`,
    stop_failed: (_amount, app) => `${app} ville inte stoppa avtalet, så det löper vidare. Stoppa det igen.`,
    stop_delayed: (_amount, app) =>
      `${app} har inte bekräftat att avtalet är stoppat än. Det görs ett nytt försök automatiskt.`,
    paid_late: (amount) =>
      `Kunden betalade ${amount} innan betalningen hann avslutas. Återbetala om köpet inte skulle genomföras, eller om kunden har betalat två gånger.`,
    returning: (amount) =>
      `${amount} kom in efter att betalningen hade avslutats. Pengarna återförs automatiskt.`,
    released: (amount) =>
      `Kunden godkände ${amount} efter att betalningen hade avslutats. Det reserverade beloppet frigjordes. Ta betalt igen om kunden har fått varorna.`,
    refunded: (amount) =>
      `Kunden betalade ${amount} efter att betalningen hade avslutats. Allt återbetalades. Ta betalt igen om kunden har fått varorna.`,
    unknown_order: (amount, app) =>
      `${app} känner inte längre till betalningen på ${amount}, så ingen vet om kunden har betalat. Leta efter den i ${app}-portalen, ta inte emot kontanter för den innan dess, och låt kontrollera butikens nycklar och försäljningsenhet. Vi letar efter den igen automatiskt.`,
    kept: (amount) =>
      `Kunden betalade ${amount} efter att betalningen hade avslutats, och pengarna kunde inte återföras automatiskt. Återbetala dem.`,
    not_ours: (amount, app) =>
      `Referensen för det här köpet på ${amount} används av ett annat system hos ${app}. Den andra ordern har inte rörts. Köpet fortsätter med en ny referens; om inte, ta betalt igen.`,
  },
};
