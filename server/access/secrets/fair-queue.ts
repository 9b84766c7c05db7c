// Work that is done one at a time, in turns between those who ask: who sends more waits longer, and nobody else does.
import { SlowDown } from '../../core/refusal.ts';

/** Who asks, from the widest group to the narrowest. The groups of each level take turns within their own. */
export type Lane = readonly [first: string, ...rest: string[]];

export type FairQueue = {
  /**
   * Does `work` when it is its turn.
   * @throws SlowDown when too many of this lane wait, or of its first group, and no other lane has more waiting; also later, when
   * a shorter lane needs the place.
   */
  run<T>(lane: Lane, work: () => Promise<T>): Promise<T>;
};

export type Room = {
  /** So many of one first group wait at most. */
  most: number;
  /** So many of one lane wait at most. */
  mostOfLane: number;
  /** What they are told who come when there is no room. */
  comeAgainMs: number;
};

type Waiting = { lane: Lane; start: () => void; refuse: (error: Error) => void };

const prefixOf = (lane: Lane, depth: number) => JSON.stringify(lane.slice(0, depth));
const idOf = (lane: Lane) => prefixOf(lane, lane.length);

export function createFairQueue({ most, mostOfLane, comeAgainMs }: Room): FairQueue {
  /** In the order in which they came. */
  let waiting: Waiting[] = [];
  /** By group: the turn at which it was served last, or came. Only of those of whom somebody waits. */
  const served = new Map<string, number>();
  let turn = 0;
  let isBusy = false;

  const countOf = (lane: Lane) => waiting.filter((one) => idOf(one.lane) === idOf(lane)).length;

  function remove(one: Waiting): void {
    waiting = waiting.filter((other) => other !== one);
    for (let depth = 1; depth <= one.lane.length; depth += 1) {
      const prefix = prefixOf(one.lane, depth);
      if (!waiting.some(({ lane }) => prefixOf(lane, depth) === prefix)) served.delete(prefix);
    }
  }

  /** The last of the longest lane among `group` gives way to a lane that will still be shorter. */
  function makeRoom(group: readonly Waiting[], lane: Lane): boolean {
    let longest = { count: 0, last: undefined as Waiting | undefined };
    for (const one of group) {
      const count = countOf(one.lane);
      if (count >= longest.count) longest = { count, last: one };
    }
    if (longest.last === undefined || longest.count <= countOf(lane) + 1) return false;
    remove(longest.last);
    longest.last.refuse(new SlowDown(comeAgainMs));
    return true;
  }

  function join(one: Waiting): void {
    waiting.push(one);
    for (let depth = 1; depth <= one.lane.length; depth += 1) {
      const prefix = prefixOf(one.lane, depth);
      if (!served.has(prefix)) served.set(prefix, turn);
    }
  }

  function startNext(): void {
    let among = waiting;
    for (let depth = 1; among.some(({ lane }) => lane.length >= depth); depth += 1) {
      const turnOf = ({ lane }: Waiting) => served.get(prefixOf(lane, depth)) ?? turn;
      const longestAgo = Math.min(...among.map(turnOf));
      const next = among.find((one) => turnOf(one) === longestAgo);
      if (next === undefined) break;
      among = among.filter(({ lane }) => prefixOf(lane, depth) === prefixOf(next.lane, depth));
    }
    const [next] = among;
    isBusy = next !== undefined;
    if (next === undefined) return;
    turn += 1;
    for (let depth = 1; depth <= next.lane.length; depth += 1) served.set(prefixOf(next.lane, depth), turn);
    remove(next);
    next.start();
  }

  return {
    run: (lane, work) =>
      new Promise((resolve, reject) => {
        const group = waiting.filter((one) => one.lane[0] === lane[0]);
        const isFull = group.length >= most && !makeRoom(group, lane);
        if (isFull || countOf(lane) >= mostOfLane) {
          reject(new SlowDown(comeAgainMs));
          return;
        }
        const start = () => {
          void work().then(resolve, reject).finally(startNext);
        };
        join({ lane, start, refuse: reject });
        if (!isBusy) startNext();
      }),
  };
}
