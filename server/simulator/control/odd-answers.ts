// Answers that are good but odd: what another version of Vipps, or something in between, may make of them.

type Json = Record<string, unknown>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The histories of eCom's details and of Recurring's charge. */
const histories = ['transactionLogHistory', 'history'];
/** Fields that the official descriptions do not require, and that decide nothing about money. */
const optional = new Set([
  'transactionText',
  'timeStamp',
  'transactionSummary',
  'profile',
  'metadata',
  'uuid',
]);

function withEntry(body: unknown, entry: unknown): unknown {
  if (!isRecord(body)) return body;
  const more = Object.entries(body).map(([name, value]) => {
    const isHistory = histories.includes(name) && Array.isArray(value);
    return [name, isHistory ? [entry, ...value] : value];
  });
  return Object.fromEntries(more);
}

/** The newest entry is there twice. */
function withRepeat(body: unknown): unknown {
  if (!isRecord(body)) return body;
  const [name = ''] = histories.filter((one) => Array.isArray(body[one]));
  const [newest, ...others] = Array.isArray(body[name]) ? body[name] : [];
  return newest === undefined ? body : { ...body, [name]: [newest, newest, ...others] };
}

/** Every object of an answer, the innermost first. */
function each(value: unknown, change: (record: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((one) => each(one, change));
  if (!isRecord(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([name, one]) => [name, each(one, change)])));
}

const withLife = (life: (seconds: unknown) => unknown) => (body: unknown) =>
  isRecord(body) && 'expiresIn' in body ? { ...body, expiresIn: life(body['expiresIn']) } : body;

/** An operation, and an event, of which no description knows. */
const strangeEntry = {
  operation: 'RECONCILE',
  event: 'RECONCILE',
  operationSuccess: true,
  success: true,
  amount: 1,
  transactionText: '',
  occurred: '2026-11-30T12:00:00Z',
  idempotencyKey: 'none-of-ours',
};

const images = ['url', 'redirectUrl'];
/** A host of which no shop has heard. */
const elsewhere = 'https://qr-images.example.com/generate/qr.svg?token=canary';

const bends = {
  image_elsewhere: (body) =>
    each(body, (record) =>
      Object.fromEntries(
        Object.entries(record).map(([name, value]) => [name, images.includes(name) ? elsewhere : value]),
      ),
    ),
  expires_text: withLife(String),
  expires_huge: withLife(() => 1e300),
  expires_past: withLife(() => -1),
  expires_unreadable: withLife(() => 'soon'),
  expires_missing: withLife(() => undefined),
  repeated_entry: (body) => withRepeat(body),
  expired_authorized: (body) => (isRecord(body) && 'state' in body ? { ...body, state: 'EXPIRED' } : body),
  null_entry: (body) => withEntry(body, null),
  strange_entry: (body) => withEntry(body, strangeEntry),
  more_fields: (body) => each(body, (record) => ({ ...record, addedInVersion: { number: 99, is: [null] } })),
  fewer_fields: (body) =>
    each(body, (record) =>
      Object.fromEntries(Object.entries(record).filter(([name]) => !optional.has(name))),
    ),
  byte_order_mark: (body) => body,
} as const satisfies Record<string, (body: unknown) => unknown>;

export type Oddity = keyof typeof bends;
export const oddities = Object.keys(bends) as [Oddity, ...Oddity[]];

/** @param bytes of an answer. @returns it as odd as that; what is no JSON stays as it is. */
export function bend(oddity: Oddity, bytes: Buffer): Buffer {
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString());
  } catch {
    return bytes;
  }
  const mark = oddity === 'byte_order_mark' ? '\uFEFF' : '';
  return Buffer.from(mark + JSON.stringify(bends[oddity](body)));
}
