// A browser's side of a connection over HTTP/2, from an address of its own.
import { connect as connectHttp2, constants, type OutgoingHttpHeaders } from 'node:http2';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { name, type Place, ports } from './proxy.ts';

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };
export type Client = {
  /** @param body an object is sent as JSON. */
  ask(
    method: string,
    path: string,
    more?: { headers?: OutgoingHttpHeaders; body?: unknown },
  ): Promise<Answer>;
  close(): void;
};

export const origin = `https://${name}:${ports.https}`;

/** @param from the loopback address that it comes from. */
export function connectTo({ address, certificate }: Place, from: string): Client {
  const session = connectHttp2(origin, {
    createConnection: () =>
      connectTls({
        socket: connect({ host: address, port: ports.https, localAddress: from }),
        servername: name,
        ca: certificate.text,
        ALPNProtocols: ['h2'],
      }),
  });
  session.on('error', () => undefined);
  return {
    ask(method, path, { headers = {}, body } = {}) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const json = body === undefined ? {} : { 'content-type': 'application/json' };
      const stream = session.request({ ':method': method, ':path': path, ...json, ...headers });
      stream.setEncoding('latin1').end(body === undefined ? undefined : text);
      return new Promise((resolve, reject) => {
        let read = '';
        let got: Record<string, string | string[] | undefined> = {};
        stream.on('response', (all) => {
          got = Object.fromEntries(Object.entries(all));
        });
        stream.on('data', (chunk) => {
          read += chunk;
        });
        stream.on('end', () => {
          const status = Number(got[constants.HTTP2_HEADER_STATUS] ?? 0);
          if (status === 0) reject(new Error(`no answer to ${method} ${path}`));
          else resolve({ status, headers: got, text: read });
        });
        stream.on('error', reject);
      });
    },
    close: () => session.destroy(),
  };
}
