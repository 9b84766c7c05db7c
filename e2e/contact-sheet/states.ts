// All that the customer's screen can show, as the server would say it: made up, so that each is there at once.
import type { Page } from 'playwright/test';
import { words } from './shop-images.ts';

export type State = {
  name: string;
  /** What the till shows; `offline` is no answer, `pairing` a tablet that belongs to no till. */
  payment: object | null | 'offline' | 'pairing';
  /** Of the till, beside what all have. */
  till?: object;
  hasCode?: true;
  /** Staff ask which screen this is. */
  identify?: true;
  /** What the person in front of it does then. */
  open?: (page: Page) => Promise<void>;
};

// Danish is still MobilePay's; Finnish, which takes most room, has the longest name.
export const languages = [
  { lang: 'en', locale: 'en-GB', currency: 'NOK', brand: 'vipps' },
  { lang: 'nb', locale: 'nb-NO', currency: 'NOK', brand: 'vipps' },
  { lang: 'da', locale: 'da-DK', currency: 'DKK', brand: 'mobilepay' },
  { lang: 'sv', locale: 'sv-SE', currency: 'SEK', brand: 'vipps' },
  { lang: 'fi', locale: 'fi-FI', currency: 'EUR', brand: 'vipps_mobilepay' },
] as const;
export type Language = (typeof languages)[number];

export const sizes = [
  [320, 480],
  [480, 320],
  [390, 844],
  [768, 1024],
  [1024, 768],
  [800, 1280],
  [1280, 800],
  [1080, 1920],
  [1920, 1080],
] as const;
export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** The scheme and text size in which each state is shown. */
export type Look = { name: string; scheme: Scheme; isLarge: boolean };
export const cashierLooks: readonly Look[] = schemes.map((scheme) => ({
  name: scheme,
  scheme,
  isLarge: false,
}));
export const looks: readonly Look[] = [
  ...cashierLooks,
  // Larger text has the same colours.
  { name: 'larger', scheme: 'light', isLarge: true },
];

/** What the code says. */
export const codeText = 'https://qr.vipps.no/pay/2f1c9d3e-5b7a-4c1e-9f60-0a1b2c3d4e5f';

const tillName = 'Torggata Kaffe';

const line = (name: string, quantity: number, value: number) => ({ name, quantity, amount: { value } });
const lines = [
  line('Cappuccino', 2, 11_800),
  line('Smørbrød med røkelaks, eggerøre og gressløk', 1, 14_900),
  line('Kanelbolle', 3, 13_500),
  line('Appelsinjuice', 1, 4_900),
  line('Havregrøt', 1, 6_900),
  line('Kaffebønner, 500 g', 1, 17_900),
  line('Pose', 1, 400),
];
const agreement = {
  id: null,
  status: 'pending',
  product: { name: 'Kaffeklubben', description: 'En kaffe om dagen, i alle våre kafeer, så lenge du vil' },
  pricing: { amount: { value: 29_900 } },
  interval: { unit: 'MONTH', count: 1 },
  initialCharge: { amount: { value: 9_900 }, description: 'Velkomst' },
};

const declined = { problem: { code: 'declined', message: '' } };
const unavailable = { problem: { code: 'vipps_unavailable', message: '' } };
export const sale = (state: string, more: object = {}) => ({ state, ...more });
const final = { qr: null };

export const states: readonly State[] = [
  { name: 'idle', payment: null },
  { name: 'idle with picture', payment: null, till: { picture: '/shop/picture', logo: '/shop/logo' } },
  {
    name: 'idle with words of the shop',
    payment: null,
    till: {
      picture: '/shop/picture',
      logo: '/shop/logo',
      idleText: Object.fromEntries(languages.map(({ lang }) => [lang, words])),
      seller: { name: 'Torggata Kaffe og Bakeri', registration: null, address: null },
      languages: ['nb'],
    },
  },
  { name: 'preparing', payment: sale('started', final) },
  { name: 'QR', payment: sale('presented'), hasCode: true, till: { logo: '/shop/logo' } },
  {
    name: 'QR with lines',
    payment: sale('presented', { lines, text: 'Frokostmøte i sjette etasje, bestilt av Nordmann' }),
    hasCode: true,
  },
  { name: 'QR, declined', payment: sale('presented', declined), hasCode: true },
  {
    name: 'QR, reconnecting',
    payment: sale('presented', { ...unavailable, api: 'epayment', text: 'Bord 12' }),
    hasCode: true,
    till: { environment: 'test' },
  },
  { name: 'QR, agreement', payment: sale('presented', { api: 'recurring', agreement }), hasCode: true },
  { name: 'waiting', payment: sale('scanned', final), till: { logo: '/shop/logo' } },
  {
    name: 'waiting, agreement',
    payment: sale('scanned', { ...final, ...declined, api: 'recurring', agreement }),
  },
  { name: 'one moment', payment: sale('closing', final) },
  { name: 'paid', payment: sale('approved', { ...final, capturedAmount: 24_900, capture: 'captured' }) },
  {
    name: 'subscribed',
    payment: sale('approved', { ...final, api: 'recurring', agreement: { ...agreement, status: 'active' } }),
  },
  {
    name: 'refunded',
    payment: sale('approved', { ...final, capturedAmount: 24_900, refundedAmount: 24_900 }),
  },
  { name: 'cancelled', payment: sale('cancelled', { ...final, endedBy: 'customer' }) },
  { name: 'expired', payment: sale('expired', { ...final, endedBy: 'timeout' }) },
  { name: 'paid too late', payment: sale('expired', { ...final, capturedAmount: 24_900 }) },
  { name: 'failed', payment: sale('failed', { ...final, ...unavailable }) },
  { name: 'which screen', payment: null, identify: true },
  { name: 'pairing', payment: 'pairing' },
  { name: 'connecting', payment: 'offline' },
];

/** Larger text can be chosen by the customers of a till. */
export const statesOf = ({ isLarge }: Look): readonly State[] =>
  states.filter(({ payment }) => !isLarge || typeof payment !== 'string');

/** Gives every amount the till's currency. */
const inCurrency = (value: object, currency: string) =>
  JSON.parse(JSON.stringify(value), (key, amount) =>
    /mount$/.test(key) && amount.value !== undefined ? { ...amount, currency } : amount,
  );

/** The answer of `GET /api/tills/1/payment`. */
export function answerOf(state: State, { locale, currency, brand }: Language, version: number) {
  const { payment, till, identify } = state;
  const now = new Date().toISOString();
  const in9Minutes = new Date(Date.now() + 9 * 60_000).toISOString();
  const usual = {
    reference: `till-1-${version}`,
    till: '1',
    api: 'ecom',
    amount: { value: 24_900 },
    // As of a sale without a text of its own.
    text: tillName,
    lines: [],
    qr: { href: `/api/payments/${version}/qr`, expiresAt: in9Minutes },
    expiresAt: in9Minutes,
    capture: 'none',
    captureBy: null,
    capturedAmount: 0,
    refundedAmount: 0,
    releasedAmount: 0,
    agreement: null,
    endedBy: null,
    problem: null,
    createdAt: now,
    updatedAt: now,
    version,
  };
  const shop = {
    id: '1',
    name: tillName,
    shop: 'torggata',
    timeZone: 'Europe/Oslo',
    dayEndsAt: 0,
    subscriptions: true,
    locale,
    currency,
    brand,
    languages: languages.map(({ lang }) => lang),
    idleText: {},
    printsSlip: false,
  };
  const shown = typeof payment === 'object' && payment !== null ? { ...usual, ...payment } : null;
  const view = {
    till: { ...shop, logo: null, picture: null, seller: null, environment: 'production', ...till },
    payment: shown,
    identify: identify === true,
  };
  return inCurrency(view, currency);
}
