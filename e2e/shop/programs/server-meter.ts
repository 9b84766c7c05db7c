// What a server still holds after a garbage collection.

/** For `NODE_OPTIONS` of a server that is to be measured. */
export const inspected = '--inspect=127.0.0.1:0';

/** Of a server that was started so. */
export class ServerMeter {
  readonly #socket: WebSocket;
  #calls = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** @param log what the server has printed: the address of its inspector is there. */
  static async on(log: string): Promise<ServerMeter> {
    const address = /ws:\/\/\S+/.exec(log)?.[0];
    if (address === undefined) throw new Error(`The server has no inspector:\n${log}`);
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', reject, { once: true });
    });
    return new ServerMeter(socket);
  }

  /** @returns what it still holds after a garbage collection, in bytes. */
  async read(): Promise<{ heapUsed: number; rss: number }> {
    // What the first collection lets go may be the last hold on something else.
    for (let times = 0; times < 3; times += 1) await this.#send('HeapProfiler.collectGarbage', {});
    const expression = 'JSON.stringify(process.memoryUsage())';
    const { result } = await this.#send('Runtime.evaluate', { expression, returnByValue: true });
    return JSON.parse(result?.value ?? '{}');
  }

  close(): void {
    this.#socket.close();
  }

  #send(method: string, params: object): Promise<{ result?: { value?: string } }> {
    const id = ++this.#calls;
    return new Promise((resolve) => {
      const hear = ({ data }: MessageEvent) => {
        const answer = JSON.parse(String(data));
        if (answer.id !== id) return;
        this.#socket.removeEventListener('message', hear);
        resolve(answer.result);
      };
      this.#socket.addEventListener('message', hear);
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }
}
