// What the cashier reads about the sales of the day, finding one, comparing it with the wallet, and its slip.
const sales = (count: number) => `${count} ${count === 1 ? 'sale' : 'sales'}`;

export const finding = {
  open: 'Find a sale',
  title: 'Sales',
  what: 'Reference, amount or text',
  state: 'State',
  anyState: 'All',
  uncaptured: 'Reserved, not captured',
  from: 'From',
  to: 'To',
  go: 'Search',
  more: 'Show more',
  nothing: 'No sale was found. Try fewer letters, the amount alone, or other days.',
  missing: 'The sales could not be fetched. No money has moved. Search again.',
  csv: 'Download as CSV',
};

export const hours = {
  title: 'Sales by hour',
  hour: 'Hour',
  count: 'Sales',
  sum: 'Amount',
  most: (hour: string, count: number, sum: string) => `Most at ${hour}: ${sales(count)}, ${sum}`,
};

export const check = {
  go: (app: string) => `Check with ${app}`,
  going: 'Checking…',
  agrees: (app: string) => `${app} shows the same as this till.`,
  open: 'The payment is not over yet. It is being looked at all the time.',
  inProgress: 'Money is moving on this payment right now. Check again in a moment.',
  notChecked: (app: string) =>
    `${app} gave no answer, so nothing could be compared. Check again in a minute.`,
  shows: (app: string) => `${app} shows`,
  unknownThere: 'Not known',
  differences: {
    late_money: (app: string) =>
      `${app} shows money on this payment although it ended without any. It is being given back automatically.`,
    late_money_kept: (app: string) =>
      `${app} shows money on this payment although it ended without any. A manager has to give it back in the ${app} portal.`,
    unknown_at_vipps: (app: string) => `Paid here, but ${app} does not know this payment. Call support.`,
    voided: (app: string) => `Paid here, but cancelled at ${app}: the customer was not charged.`,
    not_reserved: (app: string) => `Paid here, but ${app} shows nothing reserved. Call support.`,
    captured_differs: (app: string) => `${app} shows another captured amount than this till. Tell a manager.`,
    refunded_differs: (app: string) => `${app} shows another refunded amount than this till. Tell a manager.`,
    not_captured: () => 'Money is reserved but not captured: the shop has not got it yet. Capture it.',
  },
};

export const slip = {
  print: 'Print payment confirmation',
  printRefund: (amount: string) => `Print confirmation of refund, ${amount}`,
  title: 'Payment confirmation',
  refundTitle: 'Confirmation of refund',
  paidWith: (app: string) => `Paid with ${app}`,
  reservedWith: (app: string) => `Reserved with ${app}, not charged yet`,
  refundedWith: (app: string) => `Refunded with ${app}`,
  total: 'Total',
  tax: (percentage: string) => `Of which ${percentage} VAT`,
  date: 'Date',
  place: 'Place',
  servedBy: 'Served by',
  originalSale: 'Original sale',
  paidThen: 'Paid then',
  reference: (app: string) => `Reference at ${app}`,
  receiptElsewhere: 'The receipt for the purchase is given at the till.',
  notReal: 'No real money: this is a test.',
};
