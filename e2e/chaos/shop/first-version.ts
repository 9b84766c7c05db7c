// The database as the first version of Tillside left it.
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { OurPayment } from '../compare/ledgers.ts';

/** Writes it to the file. @returns what it holds. */
export function writeFirstVersion(file: string): OurPayment[] {
  const database = new DatabaseSync(file);
  database.exec(readFileSync(new URL('./first-version.sql', import.meta.url), 'utf8'));
  const rows = database.prepare('select * from payments').all();
  database.close();
  return rows.map((row) => ({
    reference: String(row['reference']),
    till: String(row['till']),
    text: String(row['text']),
    state: String(row['state']),
    amount: Number(row['amount']),
    agreement: null,
    capture: String(row['capture']),
    capturedAmount: Number(row['captured_amount']),
    refundedAmount: Number(row['refunded_amount']),
    captureBy: null,
    problem: null,
    events: [],
  }));
}
