// A new shop behind a proxy that is set up by a file of deploy/.
import { join } from 'node:path';
import { credentials, manager } from '../accounts.ts';
import { makeFolder, removeFolder } from '../programs/folder.ts';
import { Server } from '../programs/server.ts';
import { VippsHost } from '../programs/vipps-host.ts';
import { usualSettings } from '../usual-settings.ts';
import { becomesTrue } from '../waiting.ts';
import { makeCertificate } from './certificate.ts';
import { type Answer, type Client, connectTo, origin } from './client.ts';
import { name, type Place, type ProxyKind, ports, startProxy } from './proxy.ts';

export type Behind = {
  place: Place;
  /** Of the link by which the first manager is set up. */
  setUpToken: string;
  /** @param from the loopback address that the client comes from. */
  connect(from: string): Client;
  /** Makes the first manager. @returns what the server answers. */
  setUp(client: Client): Promise<Answer>;
  close(): Promise<void>;
};

/** Linux has all of 127.0.0.0/8. A test that runs at the same time runs in another process. */
function ownAddress(): string {
  const { pid } = process;
  return `127.${64 + ((pid >> 16) & 63)}.${(pid >> 8) & 255}.${pid & 255}`;
}

export async function openBehind(kind: ProxyKind): Promise<Behind> {
  const folder = makeFolder('proxy');
  const certificate = makeCertificate(folder, name);
  const place = { folder: join(folder, kind.program), address: ownAddress(), certificate };
  const host = new VippsHost(credentials);
  const env = {
    ...credentials,
    ...usualSettings,
    VIPPS_BASE_URL: await host.begin(),
    DATABASE_URL: `file:${join(folder, 'shop.db')}`,
    HOST: place.address,
    PORT: String(ports.server),
    PUBLIC_URL: origin,
    TRUSTED_PROXIES: '127.0.0.1',
  };
  const server = new Server(env, 'any');
  const clients: Client[] = [];
  const connect = (from: string) => {
    const client = connectTo(place, from);
    clients.push(client);
    return client;
  };
  await server.start(/set-up#(\S+)/);
  const setUpToken = server.url;
  const proxy = startProxy(kind, place);

  async function close(): Promise<void> {
    for (const client of clients) client.close();
    await Promise.all([proxy.end(), server.end('SIGKILL'), host.end()]);
    removeFolder(folder);
  }
  async function isWell(): Promise<boolean> {
    const answer = await connect('127.0.0.1')
      .ask('GET', '/healthz')
      .catch(() => null);
    return answer?.status === 200;
  }
  if (!(await becomesTrue(isWell, 30_000, 100))) {
    await close();
    throw new Error(`nothing is answered through ${kind.program}:\n${proxy.output()}`);
  }
  const setUp: Behind['setUp'] = (client) =>
    client.ask('POST', '/api/set-up', { headers: { origin }, body: { token: setUpToken, ...manager } });
  return { place, setUpToken, connect, setUp, close };
}
