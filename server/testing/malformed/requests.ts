// Requests that no client of ours would send, as bytes: each one follows from a seed and a number.
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { mulberry32 } from '../../simulator/control/fault-rules.ts';
import {
  chunks,
  headerLines,
  hosts,
  junk,
  keys,
  methods,
  paths,
  queries,
  rubbish,
  types,
  values,
  versions,
  writes,
} from './parts.ts';

export type Random = {
  below(n: number): number;
  pick<T>(from: readonly T[]): T;
  chance(share: number): boolean;
};

/** The same for the same seed, wherever it runs. */
export function randomFrom(seed: number): Random {
  const next = mulberry32(seed);
  const below = (n: number) => Math.floor(next() * n);
  return { below, pick: (from) => from[below(from.length)] as never, chance: (share) => next() < share };
}

const json = (value: unknown) => Buffer.from(JSON.stringify(value));

/**
 * Replaces something in a copy of `body` by junk, or adds a key that nobody knows. At the top always the latter, and in what is about money,
 * so that it is wrong.
 */
function spoil(random: Random, body: Record<string, unknown>): Record<string, unknown> {
  const copy = structuredClone(body);
  const places: Record<string, unknown>[] = [copy];
  for (const place of places) {
    places.push(
      ...(Object.values(place).filter((one) => typeof one === 'object' && one !== null) as typeof places),
    );
  }
  const shape = { enumerable: true, configurable: true };
  const add = (to: object, key: string) =>
    Object.defineProperty(to, key, { value: random.pick(junk), ...shape });
  const place = random.pick(places);
  for (const key of Object.keys(place)) if (random.chance(0.5)) add(place, key);
  if (random.chance(0.3)) add(random.pick(places), random.pick(keys));
  for (const money of [copy['amount'], copy['pricing']]) {
    if (typeof money === 'object' && money !== null) add(money, random.pick(keys));
  }
  return add(copy, random.pick(keys)) as typeof copy;
}

function encode(random: Random, body: Buffer): [encoding: string, body: Buffer] {
  const packed = random.pick([gzipSync, deflateSync, brotliCompressSync])(body);
  const whole: [string, Buffer] = [random.pick(['gzip', 'deflate', 'br', 'x', 'gzip, gzip', 'zstd']), packed];
  return random.chance(0.5) ? whole : [whole[0], packed.subarray(0, 1 + random.below(packed.length - 1))];
}

const gzipBomb = gzipSync(Buffer.alloc(5_000_000, 0x20));
const isJson = 'Content-Type: application/json';
const plain = (text: string) => Buffer.from(text, 'latin1');

export type Target = {
  host: string;
  /** A header with what the sender is known by; empty for nobody. */
  sender: string;
  /** Of a payment that is there. */
  reference: string;
};

/** One request in the making. */
class Draft {
  readonly random: Random;
  readonly #target: Target;
  constructor(random: Random, target: Target) {
    this.random = random;
    this.#target = target;
  }

  head(first: string, ...lines: string[]): string {
    const { host, sender, reference } = this.#target;
    const all = [
      first.replace('{reference}', reference),
      `Host: ${host}`,
      'Connection: close',
      sender,
      ...lines,
    ];
    return `${all.filter((line) => line !== '').join('\r\n')}\r\n\r\n`;
  }
  request(first: string, ...lines: string[]): Buffer {
    return plain(this.head(`${first} HTTP/1.1`, ...lines));
  }
  post(path: string, body: Buffer, ...lines: string[]): Buffer {
    return Buffer.concat([this.request(`POST ${path}`, `Content-Length: ${body.length}`, ...lines), body]);
  }
  write(): (typeof writes)[number] {
    return this.random.pick(writes);
  }
  /** For what may come to no body at all, with which a cancel is right. */
  writeButCancel(): (typeof writes)[number] {
    return this.random.pick(writes.filter(([path]) => !path.endsWith('/cancel')));
  }
}

/** Node's parser takes these, so the application has to answer. */
const readable: Readonly<Record<string, (draft: Draft) => Buffer>> = {
  'wrong fields': (draft) => {
    const [path, body] = draft.write();
    return draft.post(path, json(spoil(draft.random, body)), isJson);
  },
  'no JSON': (draft) => draft.post(draft.write()[0], Buffer.from(draft.random.pick(rubbish)), isJson),
  'an encoding': (draft) => {
    const [path, body] = draft.write();
    const [encoding, packed] = encode(draft.random, json(spoil(draft.random, body)));
    const sent = draft.random.chance(0.02) ? gzipBomb : packed;
    return draft.post(path, sent, isJson, `Content-Encoding: ${encoding}`);
  },
  'another type': (draft) => {
    const [path, body] = draft.write();
    return draft.post(path, json(spoil(draft.random, body)), `Content-Type: ${draft.random.pick(types)}`);
  },
  'a query': (draft) => {
    const value = () => draft.random.pick(values);
    const pairs = Array.from(
      { length: 1 + draft.random.below(3) },
      () => `${draft.random.pick(queries)}=${value()}`,
    );
    // Never without a date that is wrong: looking up a day takes time, which stands still here.
    const to = draft.random.pick([
      '/api/payments?',
      '/api/payments?',
      `/api/reconciliation?date=${value()}&`,
    ]);
    return draft.request(`GET ${to}${pairs.join('&')}`);
  },
};

/** These Node's parser may refuse by itself. */
const doubtful: Readonly<Record<string, (draft: Draft) => Buffer>> = {
  'a path': (draft) => {
    const method = draft.random.pick(['GET', 'GET', 'HEAD', 'POST', 'DELETE']);
    return draft.request(`${method} ${draft.random.pick(paths)}`);
  },
  headers: (draft) => {
    const lines = Array.from({ length: 1 + draft.random.below(3) }, () => draft.random.pick(headerLines));
    const write = `POST ${draft.writeButCancel()[0]}`;
    const first = draft.random.pick(['GET /api/payments', 'GET /api/tills/1/payment', 'GET /', write]);
    return Buffer.concat([draft.request(first, ...lines), plain(draft.random.chance(0.3) ? '{"a' : '')]);
  },
  'a host': (draft) => {
    const request = draft.request('GET /api/payments').toString('latin1');
    const host = draft.random.chance(0.1) ? '' : `Host: ${draft.random.pick(hosts)}\r\n`;
    return plain(request.replace(/Host: .*\r\n/, host));
  },
  'a method or version': (draft) => {
    const method = draft.random.chance(0.7) ? draft.random.pick(methods) : 'GET';
    const version = draft.random.chance(0.4) ? draft.random.pick(versions) : 'HTTP/1.1';
    const to = draft.random.pick([
      '/api/payments',
      '/api/tills/1/payments',
      '/',
      '*',
      '/healthz',
      '/api/staff',
    ]);
    return plain(draft.head(`${method} ${to} ${version}`));
  },
  chunks: (draft) => {
    const head = draft.request(`POST ${draft.writeButCancel()[0]}`, isJson, 'Transfer-Encoding: chunked');
    return Buffer.concat([head, plain(draft.random.pick(chunks))]);
  },
  'bits turned': (draft) => {
    const [path, body] = draft.writeButCancel();
    const bytes = draft.post(path, json(spoil(draft.random, body)), isJson);
    const times = 1 + draft.random.below(8);
    for (let i = 0; i < times; i++) bytes[draft.random.below(bytes.length)] = draft.random.below(256);
    return bytes;
  },
};

export const kinds = [...Object.keys(readable), ...Object.keys(doubtful)];

export type Malformed = {
  kind: string;
  bytes: Buffer;
  /** HTTP that Node's parser takes, so that the application has to answer. */
  readable: boolean;
};

export function malformed(random: Random, target: Target): Malformed {
  const [kind, make] = random.pick([...Object.entries(readable), ...Object.entries(doubtful)]);
  return { kind, bytes: make(new Draft(random, target)), readable: kind in readable };
}
