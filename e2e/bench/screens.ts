// Many screens in one process that costs little: each a connection of its own that polls as our pages do.
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What a screen polls, and its credentials. */
export type Watched = { path: string; headers: Readonly<Record<string, string>> };

export type ScreenOptions = {
  /** For how many seconds the server may hold an answer; null is for a server that does not hold any. */
  waitSeconds: number | null;
  /** Between the beginnings of two polls, in milliseconds. */
  everyMs: number;
  /** Before the first, in milliseconds: screens that were turned on one by one do not poll at the same moment. */
  afterMs?: number;
  /** Told of each answer. */
  onAnswer?: (answer: Answer) => void;
};

export type Answer = {
  status: number;
  etag: string | null;
  body: string;
  /** Milliseconds from the question to the last byte. */
  tookMs: number;
};

/** Asks over one connection that is kept open, one question at a time. */
export class Connection {
  readonly #socket: Socket;
  readonly #host: string;
  #received = '';
  #asked: { atMs: number; resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null;

  constructor(url: URL) {
    this.#host = url.host;
    this.#socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    this.#socket.setEncoding('latin1');
    // Longer than any answer is held: one that never comes ends the measure instead of waiting for it.
    this.#socket.setTimeout(15_000, () => this.#socket.destroy());
    this.#socket.on('data', (chunk) => this.#read(String(chunk)));
    this.#socket.on('error', (error) => this.#asked?.reject(error));
    this.#socket.on('close', () => this.#asked?.reject(new Error('the connection was closed')));
  }

  ask({ path, headers }: Watched, more: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const lines = Object.entries({ host: this.#host, ...headers, ...more });
    const text = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    return new Promise((resolve, reject) => {
      this.#asked = { atMs: performance.now(), resolve, reject };
      this.#socket.write(`GET ${path} HTTP/1.1\r\n${text}\r\n`, 'latin1');
    });
  }

  close(): void {
    this.#asked = null;
    this.#socket.destroy();
  }

  #read(chunk: string): void {
    this.#received += chunk;
    const head = this.#received.indexOf('\r\n\r\n');
    if (head === -1 || this.#asked === null) return;
    const text = this.#received.slice(0, head);
    const status = Number(text.slice(9, 12));
    const length = status === 304 ? 0 : Number(/^content-length: (\d+)/im.exec(text)?.[1] ?? 0);
    const end = head + 4 + length;
    if (this.#received.length < end) return;
    const { atMs, resolve } = this.#asked;
    const body = this.#received.slice(head + 4, end);
    this.#received = this.#received.slice(end);
    this.#asked = null;
    const etag = /^etag: (.*)$/im.exec(text)?.[1] ?? null;
    resolve({ status, etag, body, tookMs: performance.now() - atMs });
  }
}

/** One screen; it polls from the moment it is made until it is closed. */
export class Screen {
  #connection: Connection | null = null;
  readonly #watched: Watched;
  readonly #options: ScreenOptions;
  #etag: string | null = null;
  #isClosed = false;
  /** Why it gave up, if it did. */
  failure: unknown = null;

  constructor(url: URL, watched: Watched, options: ScreenOptions) {
    this.#watched = watched;
    this.#options = options;
    this.#poll(url).catch((error: unknown) => {
      if (!this.#isClosed) this.failure = error;
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#connection?.close();
  }

  async #poll(url: URL): Promise<void> {
    const { waitSeconds, everyMs, afterMs = 0, onAnswer } = this.#options;
    await pause(afterMs);
    if (this.#isClosed) return;
    // Not before: not every server takes up thousands that connect at once.
    const connection = new Connection(url);
    this.#connection = connection;
    const prefer = waitSeconds === null ? {} : { prefer: `wait=${waitSeconds}` };
    while (!this.#isClosed) {
      const known = this.#etag === null ? {} : { 'if-none-match': this.#etag };
      const beganMs = performance.now();
      const answer = await connection.ask(this.#watched, { ...prefer, ...known });
      onAnswer?.(answer);
      const hadChange = answer.etag !== null && answer.etag !== this.#etag;
      this.#etag = answer.etag;
      const leftMs = hadChange && waitSeconds !== null ? 0 : beganMs + everyMs - performance.now();
      if (leftMs > 0) await pause(leftMs);
    }
  }
}
