import * as contract from '../contract/access.ts';
import { clientErrorSchema } from '../contract/client-errors.ts';
import { homeSchema } from '../contract/home.ts';
import { type Example, example } from './example.ts';
import { till } from './examples-payments.ts';

const session: contract.Session = {
  name: 'Kari',
  role: 'cashier',
  shop: till.shop,
  refundUpTo: 50_000,
  refundUpToADay: 500_000,
  expiresAt: '2026-11-24T00:00:00.000Z',
  locked: false,
};
const person: contract.StaffView = {
  id: 'b1a7c6f0',
  name: session.name,
  role: session.role,
  shop: till.shop,
  createdAt: '2026-11-01T08:00:00.000Z',
  lastSignInAt: null,
  lockedAt: null,
};
const display: contract.DisplayView = {
  id: '8c2e4d17',
  till: till.id,
  pairedAt: '2026-11-01T08:05:00.000Z',
  pairedBy: session.name,
  lastSeenAt: '2026-11-23T12:00:00.000Z',
  isSecure: true,
  keepsPage: true,
  awake: 'wake_lock',
};
const pin = '482916';

export const accessExamples: readonly Example[] = [
  example(contract.ownPinAgainSchema, { pin }),
  example(contract.signInPageSchema, { environment: 'test', demo: null, plainHttp: false }),
  example(contract.signInSchema, { name: session.name, pin }),
  example(contract.setUpSchema, { token: 'as in the link', name: session.name, pin }),
  example(contract.sessionSchema, session),
  example(contract.openSessionListSchema, {
    sessions: [
      {
        id: '0f5c2f0e-3f5a-4a55-9d0b-8a1c8f6d2b11',
        staff: person.id,
        name: person.name,
        openedAt: person.createdAt,
        activeAt: person.createdAt,
        locked: false,
        address: '192.0.2.17',
        browser: 'Chrome, Windows',
        own: true,
      },
    ],
  }),
  example(contract.signedInSchema, { ...session, pinIsWeak: false }),
  example(contract.ownPinSchema, { name: session.name, pin: '123456', newPin: pin }),
  example(contract.newStaffSchema, { name: session.name, pin, role: session.role, shop: till.shop }),
  example(contract.newPinSchema, { pin }),
  example(contract.staffSchema, person),
  example(contract.staffListSchema, { staff: [person], shops: [till.shop] }),
  example(contract.newDisplaySchema, { till: till.id }),
  example(contract.ownDisplaySchema, { till: till.id, code: null, expiresAt: null }),
  example(contract.pairSchema, { code: '730184' }),
  example(contract.displaySchema, display),
  example(contract.displayListSchema, { displays: [display], waiting: 1 }),
  example(clientErrorSchema, {
    page: 'cashier',
    kind: 'error',
    message: "Cannot read properties of undefined (reading 'value')",
    stack: 'at Price (https://till.shop.example/assets/cashier-CVb3XDF2.js:1:2345)',
  }),
  example(homeSchema, {
    environment: 'test',
    role: session.role,
    tills: [{ id: till.id, name: till.name, shop: till.shop }],
    phoneUrl: null,
    tabletAddresses: [
      { address: 'http://192.0.2.10:3000/display', code: 'data:image/svg+xml;base64,PHN2Zy8+' },
    ],
    hasDisplay: true,
  }),
];
