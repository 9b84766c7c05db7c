// Plays whole life-cycles between our gateway and the simulator, and writes down every call and its answer.
import { mulberry32 } from '../../simulator/control/fault-rules.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { createTill, credentials, type Till } from '../../simulator/testing/till.ts';
import { connectVipps, type VippsSettings } from '../../vipps/connect.ts';
import { type Gateway, type Order, ReferenceTaken, StartUnfinished } from '../../vipps/gateway.ts';
import type { Exchange } from '../../vipps/http/connection.ts';
import { VippsRejected, VippsUnavailable } from '../../vipps/http/errors.ts';
import { manualClock } from '../manual-clock.ts';
import { aPatientLine, settingsFor } from '../vipps.ts';
import type { Exchanged } from './check.ts';

type Phone = Pick<Till, 'open' | 'press' | 'faults' | 'settings'>;

export type Stage = Phone & {
  gateway: Gateway;
  /** Epoch milliseconds at Vipps; the till's own clock stands still. */
  clock: { nowMs: number };
  /** @returns the order with what Vipps calls its agreement. */
  begin(order: Order): Promise<Order>;
  /** As `begin`, and the customer approves. */
  sell(order: Order): Promise<Order>;
};

export type Story = {
  title: string;
  settings?: Partial<VippsSettings>;
  /** The refusals that belong to the story, in their order; there are no others. */
  refusals?: readonly number[];
  play(stage: Stage): Promise<void>;
};

/** Resolves when Vipps refuses the call, in words that the gateway understands; rejects when anything else becomes of it. */
export async function refused(call: Promise<unknown>): Promise<void> {
  const failure = await call.then(
    () => new Error('This was to be refused'),
    (error: unknown) => error,
  );
  const isWrapped = failure instanceof StartUnfinished || failure instanceof ReferenceTaken;
  const cause = isWrapped ? failure.cause : failure;
  const hasAnswer = cause instanceof VippsUnavailable && cause.status !== null;
  if (!hasAnswer && !(cause instanceof VippsRejected)) throw failure;
}

const timeMs = Date.UTC(2026, 0, 15, 12);

/** Rejects as the story does. */
export async function play(story: Story): Promise<Exchanged[]> {
  const clock = { nowMs: timeMs };
  const now = () => clock.nowMs;
  const simulator = await startSimulator({ credentials, now, random: mulberry32(7), faults: true });
  const { line, exchanged } = recordingLine();
  const clockOfTill = { ...manualClock(), sleep: async () => undefined };
  const deps = { clock: clockOfTill, random: () => 0, version: '1.2.3', observe: () => undefined };
  const { gateway, close } = connectVipps(settingsFor(simulator.url, story.settings), deps, line);
  try {
    await story.play({ ...onStage(gateway, createTill(simulator.url)), clock });
  } finally {
    await close();
    await simulator.close();
  }
  return exchanged;
}

function onStage(gateway: Gateway, { open, press, faults, settings }: Phone): Omit<Stage, 'clock'> {
  const begin = async (order: Order): Promise<Order> => {
    const { agreement: ids } = await gateway.start(order);
    return order.agreement === null ? order : { ...order, agreement: { ...order.agreement, ...ids } };
  };
  return {
    gateway,
    open,
    press,
    faults,
    settings,
    begin,
    async sell(order) {
      const known = await begin(order);
      await press(known.agreement?.id ?? known.reference, 'approve');
      return known;
    },
  };
}

function recordingLine() {
  const { exchange: send, close } = aPatientLine();
  const exchanged: Exchanged[] = [];
  const exchange: Exchange = async (call) => {
    const answer = await send(call);
    const { method, origin, path, headers, body = '' } = call;
    exchanged.push({
      method,
      url: new URL(path, origin),
      body,
      headers: inSmallLetters(headers),
      answer: { status: answer.status, headers: answer.headers, body: answer.bytes.toString() },
    });
    return answer;
  };
  return { line: { exchange, close }, exchanged };
}

const inSmallLetters = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
