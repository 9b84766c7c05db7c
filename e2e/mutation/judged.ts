// The breaks that no test can notice, each with the reason.
import type { Judged } from './survivors.ts';

export const judged: Judged[] = [
  {
    file: 'server/payments/payment/changes.ts',
    was: "if (endedBy !== null || state === 'failed') return endedBy;",
    becomes: ["if (false || state === 'failed') return endedBy;"],
    why: 'What it closed for stays when it has ended, so that the same is found again.',
  },
  {
    file: 'server/payments/payment/changes.ts',
    was: "const wasHeld = wasReserved || (payment.agreement !== null && payment.problem?.code === 'late_money');",
    becomes: ["const wasHeld = wasReserved || (true && payment.problem?.code === 'late_money');"],
    why: 'Where a sale has late money, something was reserved or captured, and both are asked here.',
  },
  {
    file: 'server/payments/payment/changes.ts',
    was: 'default: return event satisfies never;',
    becomes: ['default:'],
    why: 'No event gets there: the compiler sees to it.',
  },
  {
    file: 'server/payments/payment/transitions.ts',
    was: "if (next === 'taken') return isLate ? endOf[payment.closingFor ?? 'staff'] : 'approved';",
    becomes: ["if (next === 'taken') return isLate ? endOf[payment.closingFor ?? \"\"] : 'approved';"],
    why: 'Whatever closes a payment says what for.',
  },
  {
    file: 'server/payments/payment/transitions.ts',
    was: "const isLate = (ranOut && superseded) || (event.type === 'observed' && event.afterCancel === true);",
    becomes: ['const isLate = (ranOut && superseded) || (true && event.afterCancel === true);'],
    why: 'No other event says that a cancel had been accepted before.',
  },
  {
    file: 'server/payments/payment/transitions.ts',
    was: "if (next === 'ended') return endOf[payment.closingFor ?? 'staff'];",
    becomes: ['if (next === \'ended\') return endOf[payment.closingFor ?? ""];'],
    why: 'Whatever closes a payment says what for.',
  },
  {
    file: 'server/payments/payment/transitions.ts',
    was: 'if (before !== after && JSON.stringify(before) !== JSON.stringify(after)) return true;',
    becomes: ['if (true && JSON.stringify(before) !== JSON.stringify(after)) return true;'],
    why: 'What is identical reads the same in JSON: only time is lost.',
  },
  {
    file: 'server/store/queries/writes.ts',
    was: 'by: by === null ? null : JSON.stringify(by),',
    becomes: ['by: false ? null : JSON.stringify(by),'],
    why: 'Nobody is read back from the JSON of null as from no JSON, and no query asks for it.',
  },
  {
    file: 'server/store/queries/writes.ts',
    was: 'const asked = idempotencyKey !== null && fingerprint !== null ? { idempotencyKey, fingerprint } : null;',
    becomes: [
      'const asked = true ? { idempotencyKey, fingerprint } : null;',
      'const asked = idempotencyKey !== null || fingerprint !== null ? { idempotencyKey, fingerprint } : null;',
      'const asked = true && fingerprint !== null ? { idempotencyKey, fingerprint } : null;',
      'const asked = idempotencyKey !== null && true ? { idempotencyKey, fingerprint } : null;',
    ],
    why: 'Both columns are written together or not at all, and neither is written as if nobody had asked.',
  },
  {
    file: 'server/store/tables.ts',
    was: 'agreement: payment.agreement === null ? null : JSON.stringify(payment.agreement),',
    becomes: ['agreement: false ? null : JSON.stringify(payment.agreement),'],
    why: 'No agreement is read back from the JSON of null as from no JSON, and no query asks for it.',
  },
  {
    file: 'server/store/tables.ts',
    was: 'problem: payment.problem === null ? null : JSON.stringify(payment.problem),',
    becomes: ['problem: false ? null : JSON.stringify(payment.problem),'],
    why: 'No problem is read back from the JSON of null as from no JSON, and queries ask for codes only.',
  },
  {
    file: 'server/store/tables.ts',
    was: 'agreement: row.agreement === null ? null : (JSON.parse(row.agreement) as Agreement),',
    becomes: ['agreement: false ? null : (JSON.parse(row.agreement) as Agreement),'],
    why: 'JSON.parse takes null for the JSON of null.',
  },
  {
    file: 'server/store/tables.ts',
    was: 'problem: row.problem === null ? null : JSON.parse(row.problem),',
    becomes: ['problem: false ? null : JSON.parse(row.problem),'],
    why: 'JSON.parse takes null for the JSON of null.',
  },
  {
    file: 'server/vipps/http/response.ts',
    was: '} catch { return undefined; }',
    becomes: ['} catch {}'],
    why: 'A function that ends gives undefined.',
  },
  {
    file: 'server/vipps/http/response.ts',
    was: "const details = Array.isArray(body['extraDetails']) ? body['extraDetails'].map(record) : [];",
    becomes: [
      "const details = Array.isArray(body['extraDetails']) ? body['extraDetails'].map(record) : [\"Stryker was here\"];",
    ],
    why: 'A text has no name, so it is no error code.',
  },
  {
    file: 'server/vipps/http/response.ts',
    was: "const value = headers['retry-after']?.trim() ?? '';",
    becomes: ['const value = headers[\'retry-after\']?.trim() ?? "Stryker was here!";'],
    why: 'Neither is a number or a date.',
  },
  {
    file: 'server/vipps/http/response.ts',
    was: "const waitMs = Date.parse(value) - Date.parse(headers['date'] ?? '');",
    becomes: ['const waitMs = Date.parse(value) - Date.parse(headers[\'date\'] ?? "Stryker was here!");'],
    why: 'Neither is a date.',
  },
  {
    file: 'server/vipps/http/response.ts',
    was: 'if (answer.status === 429 || (code !== null && comeBackLater.has(code))) {',
    becomes: ['if (answer.status === 429 || (true && comeBackLater.has(code))) {'],
    why: 'null is none of the codes: it is asked for the compiler.',
  },
  {
    file: 'server/vipps/ecom/ecom.ts',
    was: 'transaction: { ...(amount === undefined ? {} : { amount }), transactionText: shortText(text) },',
    becomes: ['transaction: { ...(false ? {} : { amount }), transactionText: shortText(text) },'],
    why: 'JSON leaves out what is undefined.',
  },
  {
    file: 'server/vipps/http/response.ts',
    was: "const [, named] = /#([\\w-]{1,60})$/.exec(String(body['type'])) ?? [];",
    becomes: ['const [, named] = /#([\\w-]{1,60})$/.exec(String(body[\'type\'])) ?? ["Stryker was here"];'],
    why: 'The second is read, and there is but one.',
  },
  {
    file: 'server/vipps/ecom/history.ts',
    was: 'return reserved >= 0 && voided > reserved;',
    becomes: ['return reserved >= 0 && voided >= reserved;'],
    why: 'No entry is both: they are equal only where there is none of either.',
  },
  {
    file: 'server/vipps/recurring/answers.ts',
    was: 'accepted: false,',
    becomes: ['accepted: true,'],
    why: 'It is told by the agreement, whatever its charge says.',
  },
  {
    file: 'server/vipps/recurring/answers.ts',
    was: 'cancelled: false,',
    becomes: ['cancelled: true,'],
    why: 'It is told by the agreement, whatever its charge says.',
  },
  {
    file: 'server/vipps/recurring/answers.ts',
    was: 'expired: false,',
    becomes: ['expired: true,'],
    why: 'It is told by the agreement, whatever its charge says.',
  },
  {
    file: 'server/vipps/recurring/charges.ts',
    was: 'const recent = (way: Way) => (readAtMs?.[way] ?? []).filter((atMs) => atMs > nowMs - minuteMs);',
    becomes: [
      'const recent = (way: Way) => (readAtMs?.[way] ?? ["Stryker was here"]).filter((atMs) => atMs > nowMs - minuteMs);',
    ],
    why: 'A text is no later than any time.',
  },
  {
    file: 'server/vipps/recurring/charges.ts',
    was: 'if (entry !== undefined) entry.status = status;',
    becomes: ['if (true) entry.status = status;'],
    why: 'The read that has just begun has put it there: it is asked for the compiler.',
  },
  {
    file: 'server/vipps/recurring/charges.ts',
    was: 'const chargesSchema = z.array(z.looseObject({ id: z.string() }).nullable().catch(null));',
    becomes: ['const chargesSchema = z.array(z.looseObject({}).nullable().catch(null));'],
    why: 'What has no text for a name is not called what is looked for.',
  },
];
