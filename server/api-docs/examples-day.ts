import * as contract from '../contract/reconciliation.ts';
import * as reports from '../contract/reports.ts';
import { type Example, example } from './example.ts';
import { paid, till } from './examples-payments.ts';

const { value } = paid.amount;
const day = {
  date: '2026-11-23',
  timeZone: till.timeZone,
  dayEndsAt: till.dayEndsAt,
  from: '2026-11-22T23:00:00.000Z',
  to: '2026-11-23T23:00:00.000Z',
};
const totals: contract.Totals = {
  currency: 'NOK',
  sales: 1,
  salesAmount: value,
  refundsAmount: 0,
  releasedAmount: 0,
  netAmount: value,
  reservedAmount: 0,
};
const check: contract.Check = {
  payment: paid,
  outcome: 'agrees',
  vipps: {
    known: true,
    reservedAmount: value,
    capturedAmount: value,
    refundedAmount: 0,
    releasedAmount: 0,
    cancelled: false,
  },
  differences: [],
  unchecked: null,
};
const movement: contract.MovementView = {
  at: paid.updatedAt,
  kind: 'captured',
  found: false,
  amount: paid.amount,
  till: paid.till,
  reference: paid.reference,
  text: paid.text,
  startedAt: paid.createdAt,
};

const sold = { sales: 41, salesAmount: 512_300, refundsAmount: 4_900, netAmount: 507_400 };

export const dayExamples: readonly Example[] = [
  example(contract.checkSchema, check),
  example(reports.salesReportSchema, {
    shop: till.shop,
    from: day.date,
    to: day.date,
    today: day.date,
    timeZone: till.timeZone,
    dayEndsAt: till.dayEndsAt,
    currencies: [
      {
        currency: till.currency,
        total: sold,
        days: [{ date: day.date, ...sold }],
        tills: [{ till: till.id, name: till.name, ...sold }],
        people: [{ by: { kind: 'staff', name: 'Kari' }, ...sold }],
        hours: [{ hour: 13, ...sold }],
        weekdays: [{ weekday: 1, ...sold }],
      },
    ],
  }),
  example(contract.tillDaySchema, {
    ...day,
    sales: 1,
    subscribers: 0,
    totals: { ...totals, till: till.id },
    earlier: [],
  }),
  example(contract.reconciliationSchema, {
    date: day.date,
    today: day.date,
    days: [{ ...day, shop: till.shop }],
    checkedAt: '2026-11-23T18:00:00.000Z',
    tills: [till],
    checks: [check],
    movements: [movement],
    totals: [{ ...totals, till: till.id }],
    grandTotals: [totals],
  }),
];
