// How many connections there may be, from where, and how much each may ask at once.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { addressGroup } from './address-group.ts';

export type ConnectionLimits = {
  /** In all. */
  most: number;
  /** From one address; of IPv6, from one /64. */
  mostPerAddress: number;
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

/** Connections that are counted together; of the idle ones the first has been idle for the longest time. */
type Group = { reason: 'all' | 'address'; most: number; open: number; idle: Set<Socket> };

type Connection = { unanswered: number; address: string; groups: readonly Group[] };

/** Of one server: who is connected, and what each waits for. */
export type Connections = {
  /** @returns whether the request is to be answered; otherwise its connection had asked for too much, and is ended. */
  begin(request: IncomingMessage, response: ServerResponse): boolean;
  /** Whether an answer for it is not over yet. */
  isServed(socket: Socket): boolean;
};

/**
 * Counts the connections of `server`, and keeps them within `limits`. Where there are too many, the one that has been idle for the
 * longest time makes room: a screen that polls is never idle for long. Only while none is idle, the new one is refused.
 */
export function limitConnections(
  server: Server,
  { most, mostPerAddress, isExempt }: ConnectionLimits,
  onRefused: OnRefused,
): Connections {
  const newGroup = (reason: Group['reason'], limit: number): Group => ({
    reason,
    most: limit,
    open: 0,
    idle: new Set(),
  });
  const all = newGroup('all', most);
  const byAddress = new Map<string, Group>();
  const connections = new Map<Socket, Connection>();

  function end(socket: Socket, reason: RefusalReason): void {
    onRefused(reason, { address: socket.remoteAddress ?? '' });
    leave(socket);
    socket.destroy();
  }

  /** @returns whether there is room for one more. */
  function makeRoom({ reason, most: limit, open, idle }: Group): boolean {
    if (open < limit) return true;
    const [longest] = idle;
    if (longest === undefined) return false;
    end(longest, reason);
    return true;
  }

  function groupsFor(remote: string, address: string): Group[] {
    return isExempt(remote) ? [all] : [byAddress.get(address) ?? newGroup('address', mostPerAddress), all];
  }

  function enter(socket: Socket): void {
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
      group.idle.add(socket);
    }
    connections.set(socket, { unanswered: 0, address, groups });
    socket.once('close', () => leave(socket));
  }

  function leave(socket: Socket): void {
    const connection = connections.get(socket);
    if (connection === undefined) return;
    connections.delete(socket);
    for (const group of connection.groups) {
      group.open -= 1;
      group.idle.delete(socket);
      if (group.open === 0) byAddress.delete(connection.address);
    }
  }

  server.maxConnections = most + burst;
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
        for (const { idle } of connection.groups) idle.delete(socket);
      };
      // One that is slow to send what it asks for counts as idle until it has.
      if (hasBody(request)) request.once('end', () => connection.unanswered > 0 && work());
      else work();
      response.once('close', () => {
        connection.unanswered -= 1;
        if (connection.unanswered > 0 || !connections.has(socket)) return;
        for (const { idle } of connection.groups) {
          idle.delete(socket);
          idle.add(socket);
        }
      });
      return true;
    },
    isServed: (socket) => (connections.get(socket)?.unanswered ?? 0) > 0,
  };
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
