import * as contract from '../contract/audit.ts';
import { type Example, example } from './example.ts';
import { till } from './examples-payments.ts';

const hash = '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8';
const entry: contract.AuditEntryView = {
  sequence: 41,
  at: '2026-11-23T12:00:00.000Z',
  kind: 'refund',
  shop: till.shop,
  who: { kind: 'staff', id: 'b1a7c6f0', name: 'Kari' },
  address: '192.0.2.17',
  about: 'kf7q2m9x4w',
  detail: { till: till.id, amount: 24_900, currency: 'NOK' },
  hash,
};

export const auditExamples: readonly Example[] = [
  example(contract.auditListSchema, {
    entries: [entry],
    cursor: null,
    timeZone: 'Europe/Oslo',
    seal: { sequence: 41, hash },
  }),
];
