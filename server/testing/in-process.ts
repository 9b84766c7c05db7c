// Requests that are handed to a server of ours as they are, without a connection: for what a test is not about.
import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

export type Call = { method?: string; headers?: Readonly<Record<string, string>>; body?: unknown };
/** `text` is the body. */
export type Answer = { status: number; text: string };
export type InProcess = (path: string, call?: Call) => Promise<Answer>;

/** What would be a connection: keeps what is written to it. */
class Sink extends Duplex {
  readonly #written: Buffer[] = [];
  override _read(): void {}
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#written.push(chunk);
    done();
  }
  text(): string {
    return Buffer.concat(this.#written).toString();
  }
}

const blankLine = '\r\n\r\n';

/** @param body is sent as JSON. */
function ask(socket: Socket, path: string, { method = 'GET', headers, body }: Call): IncomingMessage {
  const request = new IncomingMessage(socket);
  const bytes = body === undefined ? '' : JSON.stringify(body);
  const described = { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(bytes)}` };
  request.method = method;
  request.url = path;
  // A client of HTTP/1.0 is answered in one piece.
  [request.httpVersion, request.httpVersionMajor, request.httpVersionMinor] = ['1.0', 1, 0];
  request.headers = { host: '127.0.0.1', ...(bytes === '' ? {} : described), ...headers };
  request.push(bytes);
  request.push(null);
  // One that is not would count as broken off once it is read.
  request.complete = true;
  return request;
}

/** @returns what sends a request to `handle` and reads the whole answer. */
export function inProcess(handle: RequestListener): InProcess {
  return (path, call = {}) => {
    const sink = new Sink();
    const request = ask(sink as unknown as Socket, path, call);
    const response = new ServerResponse(request);
    response.assignSocket(request.socket);
    return new Promise((resolve) => {
      response.on('finish', () => {
        const whole = sink.text();
        const start = whole.indexOf(blankLine) + blankLine.length;
        resolve({ status: response.statusCode, text: whole.slice(start) });
        response.emit('close');
      });
      handle(request, response);
    });
  };
}
