// What the slip of a payment says. It is no receipt of the purchase: that is the cash register's. Amounts are minor units until they are written.
import type { Line, PaymentView, TillView } from '../../../server/contract/payments.ts';
import type { CashierTexts } from '../../ui/texts/texts.ts';
import { reservedMinor } from '../payment/balances.ts';
import type { RefundMade } from './refunds-made.ts';
import { taxesOf } from './tax.ts';

export type SlipTexts = Pick<CashierTexts, 'slip' | 'cashier' | 'display'> & {
  readonly till: Pick<TillView, 'name' | 'locale' | 'seller' | 'environment'>;
  readonly app: string;
  readonly locale: string;
  readonly money: (amountMinor: number) => string;
  /** An ISO 8601 instant as day and time. */
  readonly moment: (iso: string) => string;
};

/** `money` and `whole` stay on one line; `reference` has a line of its own. */
export type Fact = {
  readonly label: string;
  readonly value: string;
  readonly kind: 'money' | 'whole' | 'words' | 'reference';
};

export type Slip = {
  readonly title: string;
  readonly seller: ReturnType<typeof sellerOf>;
  /** In letters at least half as large again as those of every amount. */
  readonly heading: { readonly rows: readonly string[]; readonly isNorwegian: boolean };
  /** Under the heading, where that does not say it. */
  readonly about: string | null;
  readonly lines: readonly Line[];
  readonly sum: Fact;
  /** Taxes, and what became of the money beside the sum. */
  readonly moved: readonly Fact[];
  readonly facts: readonly Fact[];
  readonly end: readonly string[];
};

/** The law's own words, in whatever language the till speaks (the Norwegian regulation of cash register systems, § 2-8-8). */
const norwegianMark = ['IKKE KVITTERING', 'FOR KJØP'];

/** A slip is Norwegian by the money or by the region of the till: where in doubt, it says that it is no receipt. */
export const isNorwegian = ({ locale }: Pick<TillView, 'locale'>, { amount }: Pick<PaymentView, 'amount'>) =>
  amount.currency === 'NOK' || new Intl.Locale(locale).region === 'NO';

/** Whether there is a slip: something is captured or reserved. A payment that was released before its capture has none. */
export const hasSlip = (payment: PaymentView) =>
  payment.state === 'approved' && payment.capturedAmount + reservedMinor(payment) > 0;

/** Who sells; where that is not known, at which till. */
function sellerOf({ name, seller }: Pick<TillView, 'name' | 'seller'>) {
  const { registration = null, address = null } = seller ?? {};
  return { name: seller?.name ?? name, address, registration };
}

function topOf(title: string, payment: PaymentView, { till }: SlipTexts) {
  const inNorway = isNorwegian(till, payment);
  const rows = inNorway ? norwegianMark : [title];
  return {
    title,
    seller: sellerOf(till),
    heading: { rows, isNorwegian: inNorway },
  };
}

/** When, where, by whom; the till only where its name does not stand for the seller's. */
function factsOf(at: string, by: string | null, { till, slip, moment }: SlipTexts): Fact[] {
  const where = till.seller?.name ? till.name : null;
  const rows: Fact[] = [{ label: slip.date, value: moment(at), kind: 'whole' }];
  if (where !== null) rows.push({ label: slip.place, value: where, kind: 'words' });
  if (by !== null) rows.push({ label: slip.servedBy, value: by, kind: 'words' });
  return rows;
}

const referenceOf = ({ reference }: PaymentView, { slip, app }: SlipTexts): Fact => ({
  label: slip.reference(app),
  value: reference,
  kind: 'reference',
});

const notRealOf = ({ till, slip }: SlipTexts) => (till.environment === 'production' ? [] : [slip.notReal]);

/** What was to be paid, and how it was; where only a part was captured, the parts. */
function paidOf(payment: PaymentView, { slip, cashier, app, money }: SlipTexts): Pick<Slip, 'sum' | 'moved'> {
  const { amount, capturedAmount, refundedAmount, releasedAmount } = payment;
  const fact = (label: string, minor: number): Fact => ({ label, value: money(minor), kind: 'money' });
  const rest = [
    { label: cashier.released, minor: releasedAmount },
    { label: cashier.refunded, minor: refundedAmount },
  ];
  const restFacts = rest.filter(({ minor }) => minor > 0).map(({ label, minor }) => fact(label, minor));
  if (capturedAmount >= amount.value) {
    return { sum: fact(slip.paidWith(app), capturedAmount), moved: restFacts };
  }
  const reserved = reservedMinor(payment);
  if (capturedAmount === 0 && releasedAmount === 0) {
    return { sum: fact(slip.reservedWith(app), reserved), moved: restFacts };
  }
  const parts = [
    { label: slip.paidWith(app), minor: capturedAmount },
    { label: slip.reservedWith(app), minor: reserved },
  ];
  const partFacts = parts.filter(({ minor }) => minor > 0).map(({ label, minor }) => fact(label, minor));
  return { sum: fact(slip.total, amount.value), moved: [...partFacts, ...restFacts] };
}

/** The slip of a sale. @param soldBy null where nobody knows. */
export function saleSlip(payment: PaymentView, soldBy: string | null, texts: SlipTexts): Slip {
  const { slip, locale, money } = texts;
  const { lines, text, amount, createdAt } = payment;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const taxes = taxesOf(lines).map(
    ({ percentage, taxMinor }): Fact => ({
      label: slip.tax(percent.format(percentage / 100)),
      value: money(taxMinor),
      kind: 'money',
    }),
  );
  const { sum, moved } = paidOf(payment, texts);
  const top = topOf(slip.title, payment, texts);
  return {
    ...top,
    about: null,
    lines: lines.length > 0 ? lines : [{ name: text || slip.total, quantity: 1, amount }],
    sum,
    moved: [...taxes, ...moved],
    facts: [...factsOf(createdAt, soldBy, texts), referenceOf(payment, texts)],
    end: [...(top.heading.isNorwegian ? [slip.receiptElsewhere] : []), ...notRealOf(texts)],
  };
}

/** The slip of one refund of a sale. */
export function refundSlip(payment: PaymentView, refund: RefundMade, texts: SlipTexts): Slip {
  const { slip, display, app, money, moment } = texts;
  const top = topOf(slip.refundTitle, payment, texts);
  return {
    ...top,
    about: top.heading.isNorwegian ? top.title : null,
    lines: [],
    sum: { label: slip.refundedWith(app), value: money(-refund.amountMinor), kind: 'money' },
    moved: [],
    facts: [
      ...factsOf(refund.at, refund.by, texts),
      { label: slip.originalSale, value: moment(payment.createdAt), kind: 'whole' },
      { label: slip.paidThen, value: money(payment.capturedAmount), kind: 'money' },
      referenceOf(payment, texts),
    ],
    end: [display.refunded.text, ...notRealOf(texts)],
  };
}
