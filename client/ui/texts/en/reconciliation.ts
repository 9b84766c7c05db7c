// What the end-of-day page says. `app` is Vipps or MobilePay; amounts come as the locale writes them.
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';

const payments = (count: number) => `${count} ${count === 1 ? 'payment' : 'payments'}`;

export const reconciliation = {
  day: 'Day',
  dayBefore: 'Day before',
  dayAfter: 'Day after',
  checkAgain: 'Check again',
  print: 'Print',
  checking: (app: string) => `Comparing every payment of the day with ${app}…`,
  checkedAt: (time: string) => `Checked on ${time}`,
  soFar: 'The day so far',

  verdict: {
    differs: (count: number) => `${payments(count)} ${count === 1 ? 'differs' : 'differ'}`,
    differsText: (app: string) => `What this shop recorded and what ${app} shows are not the same.`,
    unreached: (app: string) => `${app} could not be reached`,
    refused: (app: string) => `${app} refused the request`,
    nothingCompared:
      'No payment could be compared. The totals are this shop’s own records. Check again later.',
    unchecked: (count: number) => `${payments(count)} could not be checked`,
    uncheckedText: 'The others agree. Check again later.',
    agrees: (app: string) => `Everything agrees with ${app}`,
    agreesSoFar: (app: string) => `Everything compared agrees with ${app}`,
    unfinished: (count: number) => `${payments(count)} ${count === 1 ? 'is' : 'are'} not over yet.`,
    empty: 'No payments on this day',
    emptyText: 'There is nothing to compare.',
  },
  counts: {
    agrees: (count: number) => `${count} ${count === 1 ? 'agrees' : 'agree'}`,
    differs: (count: number) => `${count} ${count === 1 ? 'differs' : 'differ'}`,
    in_progress: (count: number) => `${count} in progress`,
    open: (count: number) => `${count} still open`,
    not_checked: (count: number) => `${count} not checked`,
  },

  differences: 'Differences',
  difference: {
    late_money: (app: string, amount: string) =>
      `This payment ended unpaid, but ${app} shows ${amount} on it. The money is being given back automatically. Check again in a minute.`,
    late_money_kept: (app: string, amount: string) =>
      `This payment ended unpaid, but ${app} shows ${amount} on it. Give it back to the customer at portal.vippsmobilepay.com.`,
    unknown_at_vipps: (app: string) => `Paid here, but ${app} does not know this payment.`,
    voided: (app: string) => `Paid here, but cancelled at ${app}: the customer was not charged.`,
    not_reserved: (app: string) => `Paid here, but ${app} shows nothing reserved.`,
    captured_there: (app: string, amount: string) =>
      `${amount} more was captured at ${app} than here, for example in the portal.`,
    captured_here: (app: string, amount: string) =>
      `${amount} was captured here, but ${app} does not show it.`,
    refunded_there: (app: string, amount: string) =>
      `${amount} more was refunded at ${app} than here, for example in the portal.`,
    refunded_here: (app: string, amount: string) =>
      `${amount} was refunded here, but ${app} does not show it.`,
    not_captured: (amount: string) =>
      `${amount} is reserved but not captured: the shop does not get it until somebody captures it.`,
  },
  notChecked: 'Not checked',
  unchecked: {
    vipps_unavailable: (app: string) => `${app} did not answer.`,
    vipps_rejected: (app: string) => `${app} refused the request.`,
    not_asked: (app: string) => `Not asked: ${app} was silent before, or it took too long.`,
  },
  unfinished: 'Not over yet, so not compared',
  unfinishedText: {
    open: 'Still open: the customer can pay, or it is just ending.',
    in_progress: 'A capture or refund is under way, or something changed just now.',
  },
  more: (count: number) => `and ${count} more in the list of payments below`,

  totals: 'Totals by till',
  totalsBy: 'By this shop’s own records.',
  totalsWithout: 'By this shop’s own records: what was done elsewhere counts from when it was found.',
  columns: {
    till: 'Till',
    sales: 'Sales',
    captured: 'Captured',
    refunded: 'Refunded',
    released: 'Released',
    net: 'Net',
    reserved: 'Reserved, not captured',
    time: 'Time',
    payment: 'Payment',
    what: 'What',
    amount: 'Amount',
    here: 'Here',
    there: (app: string) => `At ${app}`,
    result: 'Result',
  },
  total: 'Total',

  uncaptured: 'Reserved and not captured yet',
  uncapturedBy: (amount: string, day: string) => `${amount}, capture by ${day}`,

  moved: 'Money moved',
  movement: {
    captured: 'Captured',
    refunded: 'Refunded',
    released: 'Released',
    found: (app: string) => `found at ${app}`,
    of: (day: string) => `sale of ${day}`,
  },

  payments: 'Payments',
  state: {
    open: 'Still open',
    cancelled: 'Cancelled',
    cancelledByCustomer: 'Cancelled by customer',
    expired: 'Time ran out',
    failed: 'Could not start',
    reserved: (amount: string) => `Reserved ${amount}`,
    capturing: (amount: string) => `Capturing ${amount}`,
    captureRefused: (amount: string) => `Reserved ${amount}, capture refused`,
    captured: (amount: string) => `Captured ${amount}`,
    refunded: (amount: string) => `refunded ${amount}`,
    released: (amount: string) => `Released ${amount}`,
    nothing: 'Nothing reserved',
    unknown: 'Not known',
    notAsked: 'Not asked',
    noAnswer: 'No answer',
  },
  result: {
    agrees: 'Agrees',
    differs: 'Differs',
    in_progress: 'In progress',
    open: 'Open',
    not_checked: 'Not checked',
  },

  unreachable: {
    title: 'The till server cannot be reached',
    text: 'Nothing could be compared. Check again when the server is back.',
  },
  managersOnly: { title: 'Managers only', text: 'The end of the day is for managers. Ask one of them.' },
  wrongDay: { title: 'There is no report for this day', text: 'Choose today or an earlier day.' },
  faulty: {
    title: 'The till server had a problem',
    text: 'The day could not be compared. Check again in a minute.',
  },
  old: 'The day could not be compared again. You see the previous comparison.',
};
