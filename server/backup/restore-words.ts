// What a person is told after a backup was put back: what was done, and what to look after now. Pure.
import { dayOf, type ShopDay } from '../reconciliation/calendar.ts';
import type { Restored } from './restore-backup.ts';

export type RestoreFacts = Restored & {
  readonly file: string;
  readonly backup: string;
  readonly known: readonly string[];
  readonly nowMs: number;
  /** Of the first shop. */
  readonly day: ShopDay;
};

function timeIn(ms: number, timeZone: string): string {
  const how = { dateStyle: 'short', timeStyle: 'medium', timeZone } as const;
  return `${new Intl.DateTimeFormat('sv-SE', how).format(ms)} (${timeZone})`;
}

function whatIsMissing({ contents: { lastChangeMs }, nowMs, day }: RestoreFacts): string[] {
  if (lastChangeMs === null) return ['Nothing had been sold or changed in it.'];
  const [first, last] = [dayOf(lastChangeMs, day), dayOf(nowMs, day)];
  const days = first === last ? `the day ${first}` : `the days ${first} to ${last}`;
  return [
    `What was sold, captured, refunded or cancelled from ${timeIn(lastChangeMs, day.timeZone)} until now is not in it, but Vipps MobilePay has it. Look these hours up on portal.vippsmobilepay.com, and compare them with the end of day reports of ${days}:`,
    '- A payment that was made in these hours is in no report and cannot be refunded here. Refund it on the portal.',
    '- A payment of before that was captured or refunded in these hours: the report of the day on which it was made looks it up, and enters what Vipps MobilePay has. Open that report, or check the payment in the history, before you refund it.',
    '- A payment that was open then: the next start asks Vipps MobilePay about it, and ends it as it has ended there. One that was cancelled or had run out by then and was paid all the same is given back.',
  ];
}

function whatWasKept({ kept }: RestoreFacts): string {
  const [first, ...beside] = kept;
  if (first === undefined) return 'There was no database before.';
  const more = beside.length === 0 ? '' : ` (with ${beside.join(', ')}, as it was damaged)`;
  return `The database that was there is kept as ${first}${more}. To go back to it, put it back in the same way.`;
}

/** @returns sentences, each a line. */
export function restoreWords(facts: RestoreFacts): string[] {
  const { file, backup, contents, known, pepper } = facts;
  const said = [`${file} is now what ${backup} holds: ${contents.payments} payments.`, whatWasKept(facts)];
  if (contents.migrations.length < known.length) {
    said.push('It was written by an earlier version: the next start brings it up to date.');
  }
  if (typeof pepper === 'object') said.push(`Its pepper was put in place, from ${pepper.place}.`);
  if (pepper === 'lost') {
    said.push(
      'Without its pepper no PIN is right, and the server does not start: run npm run staff -- new-pepper now.',
    );
  }
  said.push(...whatIsMissing(facts));
  said.push(
    'Everybody is signed out. Staff, PINs, displays and keys are those of then: remove once more who and what was removed since.',
  );
  return said;
}
