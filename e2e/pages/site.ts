// The built pages on a port of their own, in front of answers that a test makes up: for what needs no shop behind it.
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

export type Asked = { method: string; url: URL; headers: IncomingHttpHeaders };
export type Answer = {
  status?: number;
  headers?: Record<string, string>;
  /** What is in it: bytes with their type, or a value that is sent as JSON. */
  file?: { type: string; bytes: Buffer | string };
  json?: unknown;
};
/** @returns null to leave without an answer, as a server that is gone. */
export type Answers = (asked: Asked) => Answer | null | Promise<Answer | null>;

const dist = new URL('../../dist/', import.meta.url);
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
/** The pages under their addresses, as the server has them for a person who is signed in. */
const pages: readonly [RegExp, string][] = [
  [/^\/display(\/[^/]+)?$/, 'display/index.html'],
  [/^\/cashier\/[^/]+$/, 'cashier/index.html'],
  [/^\/$/, 'home/index.html'],
  [/^\/(sign-in|set-up)$/, 'sign-in/index.html'],
  [/^\/(?=audit$|reconciliation$|reports$|settings$|staff$)(.+)$/, '$1/index.html'],
  [/^\/(display-worker\.js|display\.webmanifest|assets\/[\w.-]+)$/, '$1'],
];

/** What the server lets its pages do: they are laid out under the same rules here. */
export function contentSecurityPolicyOf(pathname: string): string {
  const media = /^\/display(\/|$)/.test(pathname) ? 'data:' : "'none'";
  return `default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';script-src 'self';style-src 'self';img-src 'self' data:;media-src ${media};font-src 'self';connect-src 'self';manifest-src 'self';worker-src 'self';require-trusted-types-for 'script';trusted-types tillside`;
}

export class Site {
  readonly url: string;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** @param answers to whatever is no file of the client build. */
  static async open(answers: Answers): Promise<Site> {
    const server = createServer(async ({ method = 'GET', url: target = '/', headers }, response) => {
      const url = new URL(target, 'http://127.0.0.1');
      const answer = (await builtFile(url.pathname)) ?? (await answers({ method, url, headers }));
      if (answer === null) {
        response.destroy();
        return;
      }
      const { status = 200, json, file } = answer;
      const type = file?.type ?? 'application/json';
      response.writeHead(status, { 'content-type': type, ...answer.headers });
      response.end(file?.bytes ?? (json === undefined ? undefined : JSON.stringify(json)));
    });
    const { promise: listening, resolve } = Promise.withResolvers<void>();
    server.listen(0, '127.0.0.1', resolve);
    await listening;
    return new Site(server);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** A file of the client build; null when there is none at that address. */
async function builtFile(pathname: string): Promise<Answer | null> {
  const [address, name] = pages.find(([one]) => one.test(pathname)) ?? [];
  if (address === undefined || name === undefined) return null;
  const file = pathname.replace(address, name);
  const bytes = await readFile(new URL(file, dist)).catch(() => null);
  if (bytes === null) return null;
  const isNamedByContent = file.startsWith('assets/');
  return {
    headers: {
      'cache-control': isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': contentSecurityPolicyOf(pathname),
    },
    file: { type: types[extname(file)] ?? 'application/octet-stream', bytes },
  };
}
