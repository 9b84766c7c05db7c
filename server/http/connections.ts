// How many connections there may be, from where, and how much each may ask at once.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { addressGroup } from './address-group.ts';

/** Asked for each new connection: they may grow. */
export type ConnectionLimits = {
  /** In all. */
  readonly most: number;
  /** From one address; of IPv6, from one /64. */
  readonly mostPerAddress: number;
  /** Whether an address stands for many, as a trusted proxy does: then only the limit in all counts. */
  isExempt: (address: string) => boolean;
};

/**
 * Why a connection is not let in, or ended: too many in all, too many from its address, too many requests that wait for an answer, an
 * answer that is not read, or that the system does not hand it over.
 */
export type RefusalReason = 'all' | 'address' | 'unanswered' | 'unread' | 'accept';

/** Is told of each connection that is refused or ended for the sake of a limit, and where it came from as far as that is known. */
export type OnRefused = (reason: RefusalReason, details?: { err?: Error; address?: string }) => void;

/**
 * The most that one connection may ask before the first of it is answered. Browsers and proxies send one request at a time; who sends
 * many and reads nothing has the server keep all their answers.
 */
export const mostUnanswered = 10;

/** Node closes more than these above the limit before anybody hears of them: what makes room for a burst is not gone at once. */
const burst = 100;

/** So many of those with work, the oldest, are looked at for one that does not read its answer. */
const looked = 32;

/** Connections that are counted together; of the idle and of the busy ones the first has been so for the longest time. */
type Group = { reason: 'all' | 'address'; open: number; idle: Set<Socket>; busy: Set<Socket> };

/** `turn` grows with each change: the lower it is, the longer it has been as it is. */
type Connection = { unanswered: number; turn: number; address: string; groups: readonly Group[] };

/** Of one server: who is connected, and what each waits for. */
export type Connections = {
  /** @returns whether the request is to be answered; otherwise its connection had asked for too much, and is ended. */
  begin(request: IncomingMessage, response: ServerResponse): boolean;
  /** What `plain` asks and is answered goes through the TLS socket `encrypted` from now on. */
  encrypt(plain: Socket, encrypted: Socket): void;
  /** Whether an answer for it is not over yet. */
  isServed(socket: Socket): boolean;
};

/**
 * Counts the connections of `server`, and keeps them within `limits`. Where there are too many, the one that has been idle, or has
 * not read its answer, for the longest time makes room: a screen that polls is neither for long. While there is none, the new one is refused.
 */
export function limitConnections(
  server: Server,
  limits: ConnectionLimits,
  onRefused: OnRefused,
): Connections {
  const newGroup = (reason: Group['reason']): Group => ({
    reason,
    open: 0,
    idle: new Set(),
    busy: new Set(),
  });
  const all = newGroup('all');
  const byAddress = new Map<string, Group>();
  const connections = new Map<Socket, Connection>();
  let turns = 0;

  function end(socket: Socket, reason: RefusalReason): void {
    onRefused(reason, { address: socket.remoteAddress ?? '' });
    leave(socket);
    socket.destroy();
  }

  /** @returns whether there is room for one more. */
  function makeRoom(group: Group): boolean {
    const most = group === all ? limits.most : limits.mostPerAddress;
    if (group.open < most) return true;
    const longest = longestUseless(group);
    if (longest === undefined) return false;
    end(longest, group.reason);
    return true;
  }

  /** @returns the one that has been idle, or has not read its answer, for the longest time. */
  function longestUseless({ idle, busy }: Group): Socket | undefined {
    const [first] = idle;
    const unread = busy
      .values()
      .take(looked)
      .find(({ writableLength }) => writableLength > 0);
    if (first === undefined || unread === undefined) return first ?? unread;
    return turnOf(first) < turnOf(unread) ? first : unread;
  }

  const turnOf = (socket: Socket) => connections.get(socket)?.turn ?? 0;

  function move(socket: Socket, connection: Connection, to: 'idle' | 'busy'): void {
    turns += 1;
    connection.turn = turns;
    for (const group of connection.groups) {
      group.idle.delete(socket);
      group.busy.delete(socket);
      group[to].add(socket);
    }
  }

  function groupsFor(remote: string, address: string): Group[] {
    return limits.isExempt(remote) ? [all] : [byAddress.get(address) ?? newGroup('address'), all];
  }

  function enter(socket: Socket): void {
    server.maxConnections = limits.most + burst;
    const { remoteAddress = '' } = socket;
    const address = addressGroup(remoteAddress);
    const groups = groupsFor(remoteAddress, address);
    const full = groups.find((group) => !makeRoom(group));
    if (full !== undefined) {
      end(socket, full.reason);
      return;
    }
    for (const group of groups) {
      if (group !== all) byAddress.set(address, group);
      group.open += 1;
    }
    const connection = { unanswered: 0, turn: 0, address, groups };
    connections.set(socket, connection);
    move(socket, connection, 'idle');
    socket.once('close', () => leave(socket));
  }

  function leave(socket: Socket): void {
    const connection = connections.get(socket);
    if (connection === undefined) return;
    connections.delete(socket);
    for (const group of connection.groups) {
      group.open -= 1;
      group.idle.delete(socket);
      group.busy.delete(socket);
      if (group.open === 0) byAddress.delete(connection.address);
    }
  }

  server.maxConnections = limits.most + burst;
  function encrypt(plain: Socket, encrypted: Socket): void {
    const connection = connections.get(plain);
    if (connection === undefined) {
      encrypted.destroy();
      return;
    }
    connections.delete(plain);
    connections.set(encrypted, connection);
    for (const { idle } of connection.groups) idle.delete(plain);
    move(encrypted, connection, 'idle');
    encrypted.once('close', () => leave(encrypted));
  }

  server
    .on('connection', enter)
    .on('drop', (data) => onRefused('all', { address: data?.remoteAddress ?? '' }));

  return {
    begin(request, response) {
      const { socket } = request;
      const connection = connections.get(socket);
      if (connection === undefined) return false;
      if (connection.unanswered === mostUnanswered) {
        end(socket, 'unanswered');
        return false;
      }
      connection.unanswered += 1;
      const work = () => {
        const waits = connection.unanswered > 0 && !all.busy.has(socket);
        if (waits && connections.has(socket)) move(socket, connection, 'busy');
      };
      // One that is slow to send what it asks for counts as idle until it has.
      if (hasBody(request)) request.once('end', work);
      else work();
      response.once('close', () => {
        connection.unanswered -= 1;
        if (connection.unanswered === 0 && connections.has(socket)) move(socket, connection, 'idle');
      });
      return true;
    },
    encrypt,
    isServed: (socket) => (connections.get(socket)?.unanswered ?? 0) > 0,
  };
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
