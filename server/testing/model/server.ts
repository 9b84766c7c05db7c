// A real till on a store that outlives it: servers come and go, and every change that is committed is held against the rules.
import pino from 'pino';
import { expect } from 'vitest';
import { createChangeFeed } from '../../payments/change-feed.ts';
import { createLedger } from '../../payments/ledger.ts';
import { createPayments } from '../../payments/use-cases/service.ts';
import { createWatch } from '../../payments/watch/watch.ts';
import { createCheckOne } from '../../reconciliation/check-one.ts';
import type { Store } from '../../store/store.ts';
import { type ManualClock, manualClock } from '../manual-clock.ts';
import { soldBy } from '../till.ts';
import { type Book, keepBook } from './book.ts';
import { modelGateway } from './gateway.ts';
import type { Trouble } from './line.ts';
import { rule } from './rules.ts';
import { anEmptyStore } from './store.ts';
import { kinds, type Shop } from './vipps/kinds.ts';
import { ModelVipps } from './vipps/vipps.ts';
import { createWriteCount } from './write-count.ts';

export type ModelShop = Awaited<ReturnType<typeof openShop>>;

/** What has no power does nothing any more, and nobody hears from it. */
function powered<T extends object>(of: T, power: { isOn: boolean }): T {
  const never = new Promise<never>(() => undefined);
  const run = async (act: () => unknown) => {
    if (!power.isOn) return never;
    const done = await Promise.resolve(act()).then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error;
      },
    );
    return power.isOn ? done() : never;
  };
  return new Proxy(of, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function'
        ? (...args: unknown[]) => run(() => member.apply(target, args))
        : member;
    },
  });
}

type World = {
  store: Store;
  clock: ManualClock;
  vipps: ModelVipps;
  troubles: Trouble[];
  held: Set<() => void>;
  capture: 'auto' | 'manual';
  countWrite: (reference: string, call: string) => void;
};

type Server = Awaited<ReturnType<typeof startServer>>;

/** One server, from its start to its death. */
async function startServer(world: World, number: () => number, onBroken: (error: unknown) => void) {
  const { vipps, clock, capture, troubles, held, countWrite } = world;
  const power = { isOn: true };
  const store = powered(world.store, power);
  const gateway = modelGateway({
    vipps,
    clock,
    countWrite,
    store: world.store,
    troubles,
    held,
    power,
    onBroken,
  });
  const log = pino({ level: 'error' }, { write: (line: string) => onBroken(new Error(`logged: ${line}`)) });
  const changeFeed = createChangeFeed(clock);
  const newKey = () => `key-${number()}`;
  const ledger = createLedger({
    store,
    changeFeed,
    clock,
    newKey,
    capture: () => capture,
    onState: () => undefined,
    log,
  });
  const shared = { store, ledger, gateway, clock, log };
  const watch = createWatch({ ...shared, random: () => 0 });
  const newReference = () => `till-1-sale-${number()}st`;
  const { api } = kinds[vipps.kind];
  const payments = createPayments({
    ...shared,
    watch,
    newReference,
    newKey,
    capture: () => capture,
    soldBy: () => ({ ...soldBy(), api }),
  });
  const checkOne = createCheckOne({ ...shared, watch });
  await payments.recover();
  return { payments, watch, power, checkOne };
}

/** Stops a server as its process does. @throws where it is not over then. */
async function stop({ payments, watch }: Server, clock: ManualClock, graceMs: number): Promise<void> {
  let isRunning = true;
  Promise.all([payments.stop(graceMs), watch.stop(graceMs)]).finally(() => {
    isRunning = false;
  });
  await clock.advance(graceMs);
  await clock.settle();
  rule(!isRunning, '[P10] a server stops in time');
}

/** What is really stored, oldest first. @throws where it is not what was written. */
async function readBack({ store, payments, operations }: Book) {
  const all = { payments: [...payments.values()], operations: [...operations.values()] };
  expect(await Promise.all(all.payments.map(({ reference }) => store.find(reference)))).toEqual(all.payments);
  const stored = await Promise.all(all.operations.map(({ key }) => store.findOperation(key)));
  expect(stored.map((one) => one?.state)).toEqual(all.operations.map(({ state }) => state));
  return all;
}

export async function openShop({ capture, ...options }: Shop) {
  const clock = manualClock();
  const vipps = new ModelVipps({ ...options, now: clock.steadyMs });
  const troubles: Trouble[] = [];
  const held = new Set<() => void>();
  const broken: unknown[] = [];
  const onBroken = (error: unknown) => broken.push(error);
  const book = keepBook(await anEmptyStore(), vipps, clock.steadyMs, onBroken);
  const { store } = book;
  let count = 0;
  const countWrite = createWriteCount(clock.monotonicMs);
  const world = { store, clock, vipps, troubles, held, capture, countWrite };
  const startOne = () => startServer(world, () => ++count, onBroken);
  let server = await startOne();

  return {
    clock,
    vipps,
    troubles,
    held,
    capture,
    book,
    server: () => server,
    stored: () => readBack(book),
    /** @param graceMs what the old server is given to finish; null kills it. */
    async restart(graceMs: number | null): Promise<void> {
      if (graceMs !== null) await stop(server, clock, graceMs);
      server.power.isOn = false;
      server = await startOne();
    },
    /** @throws what broke a rule. */
    check(): void {
      if (broken.length > 0) throw broken[0];
    },
    /** Nothing of it goes on beside the next story. */
    async close(): Promise<void> {
      server.power.isOn = false;
      await clock.settle();
    },
  };
}
