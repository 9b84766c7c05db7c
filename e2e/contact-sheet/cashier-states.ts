// All that the cashier's tab can show, as the server would say it: made up, so that each is there at once.
import { answerOf, type Language, type State, sale, states } from './states.ts';

/** Wide, as small as a counter's screen is, upright, a phone upright and on its side, and as large as a screen on a wall. */
export const cashierSizes = [
  [1280, 800],
  [1024, 768],
  [1024, 600],
  [800, 480],
  [800, 1280],
  [390, 844],
  [390, 664],
  [360, 640],
  [844, 390],
  [1920, 1080],
  [2560, 1440],
] as const;

/** What only a tablet is in: not paired, or just turned on while the server is away. */
const shownAlike = states.filter(({ payment, identify }) => typeof payment !== 'string' && !identify);

const approved = { qr: null, capturedAmount: 24_900, capture: 'captured' };
const reserved = { capturedAmount: 0, capture: 'failed' };
const withProblem = (name: string, code: string, more: object = {}): State => ({
  name,
  payment: sale('approved', { ...approved, ...more, problem: { code, message: 'HTTP 500' } }),
});

const problems: readonly State[] = [
  withProblem('capture failed', 'capture_failed', reserved),
  withProblem('capture delayed', 'capture_delayed', { ...reserved, capture: 'pending' }),
  withProblem('refund failed', 'refund_failed'),
  withProblem('refund delayed', 'refund_delayed'),
  withProblem('paid late', 'paid_late'),
  {
    name: 'keys rejected',
    payment: sale('failed', { qr: null, problem: { code: 'keys_rejected', message: '' } }),
  },
  {
    name: 'image host refused',
    payment: sale('failed', {
      qr: null,
      problem: { code: 'image_host_refused', message: '', host: 'qr-images.example.com' },
    }),
  },
];

/** What a cashier opens over the tab, and with which key or button. */
const opened: readonly State[] = [
  { name: 'find a sale', payment: null, open: (page) => page.keyboard.press('/') },
  { name: 'a sale in full', payment: null, open: (page) => page.locator('.payments button').first().click() },
  {
    name: 'cancel?',
    payment: sale('presented'),
    hasCode: true,
    open: (page) => page.keyboard.press('Escape'),
  },
  { name: 'keyed in', payment: null, open: (page) => page.keyboard.type('149,5') },
  { name: 'calculated', payment: null, open: (page) => page.keyboard.type('45,50+2*30') },
  {
    name: 'last sale',
    payment: sale('approved', approved),
    open: (page) => page.keyboard.type('4500'),
  },
  {
    name: 'turned round',
    payment: sale('presented'),
    open: (page) => page.locator('.here button').click(),
  },
  {
    name: 'more',
    payment: null,
    open: (page) => page.locator('.to-more').click(),
  },
  { name: 'keyed in too much', payment: null, open: (page) => page.keyboard.type('999999999') },
];

export const cashierStates: readonly State[] = [...shownAlike, ...problems, ...opened];

const day = [
  'paid',
  'refunded',
  'cancelled',
  'expired',
  'failed',
  'subscribed',
  'paid too late',
  'capture failed',
  'refund delayed',
];

/** The answer of `GET /api/payments`: a day on which everything has happened, after others on which nothing did. */
export function dayOf(language: Language, { searchParams }: URL) {
  if (searchParams.get('attention') !== null) return { payments: [], cursor: null };
  const named = day.map((name) => cashierStates.find((state) => state.name === name));
  const payments = named.map((state, at) => {
    const { payment } = answerOf(state ?? { name: '', payment: null }, language, at);
    const createdAt = new Date(Date.now() - at * 60_000).toISOString();
    return { ...payment, createdAt, text: at % 3 === 0 ? 'Frokostmøte i sjette etasje' : payment.text };
  });
  return { payments, cursor: null };
}

/** The answer of `GET /api/tills/{till}/day`: what such a day comes to. */
export function tillDayOf(language: Language) {
  const { payments } = dayOf(language, new URL('http://127.0.0.1/'));
  const approved = payments.filter(({ state }) => state === 'approved');
  const subscribers = approved.filter(({ agreement }) => agreement !== null).length;
  const sum = (name: 'capturedAmount' | 'refundedAmount') =>
    payments.reduce((total, payment) => total + payment[name], 0);
  const [salesAmount, refundsAmount] = [sum('capturedAmount'), sum('refundedAmount')];
  const today = new Date();
  today.setUTCHours(0, 0, 0, 0);
  const amounts = { salesAmount, refundsAmount, releasedAmount: 0, reservedAmount: 0 };
  const { currency } = payments[0]?.amount ?? { currency: 'NOK' };
  const totals = { till: '1', currency, sales: approved.length, ...amounts };
  return {
    date: today.toISOString().slice(0, 10),
    from: today.toISOString(),
    to: new Date(today.getTime() + 86_400_000).toISOString(),
    timeZone: 'UTC',
    dayEndsAt: 0,
    sales: approved.length - subscribers,
    subscribers,
    totals: { ...totals, netAmount: salesAmount - refundsAmount },
    earlier: [],
  };
}

const detailOf = { created: {}, presented: {}, scanned: {}, in_time: {}, refund: { amount: 4_900 } };

/** The answer of `GET /api/payments/{reference}/events`. */
export function eventsOf() {
  const at = new Date().toISOString();
  const by = { kind: 'staff', name: 'Mona' };
  const events = Object.entries(detailOf).map(([name, detail], index) => ({
    at,
    name,
    event: name,
    detail,
    version: index + 1,
    state: index < 3 ? 'presented' : 'approved',
    by: name === 'created' || name === 'refund' ? by : null,
    approvedBy: null,
  }));
  const vippsIds = [
    { at, about: 'payment', id: '5001446662' },
    { at, about: 'capture', id: '00-616e415f5af7584eb4d9369d0fe8d7cc-48b90041faff204c-01' },
  ];
  return { events, vippsIds };
}
