// A shop's server as a process: started, ended at any instant, and started again, on a database that stays.
import { runToEnd, type StartedProgram, serverScript, start } from './process.ts';

const isReady = /Tillside is ready at (\S+) /;

/** Where it listens after its first start: at the same port, or at any, as the last one may have been taken meanwhile. */
export type Ports = 'same' | 'any';

export class Server {
  readonly #env: Record<string, string>;
  readonly #ports: Ports;
  #openFiles: number | undefined;
  #program: StartedProgram | null = null;
  #url = '';
  #isUp = false;
  #earlierLog = '';

  constructor(env: Record<string, string>, ports: Ports) {
    this.#env = { ...env };
    this.#ports = ports;
  }

  /** Of its last start that was waited for. */
  get url(): string {
    return this.#url;
  }
  /** Whether it has become ready and has not been ended. */
  get isUp(): boolean {
    return this.#isUp;
  }
  get pid(): number {
    return this.#program?.pid ?? 0;
  }
  /** What it has printed since its last start. */
  get log(): string {
    return this.#program?.output() ?? '';
  }
  /** What it has printed in all its lives. */
  get wholeLog(): string {
    return this.#earlierLog + this.log;
  }

  /** @throws with its output when it does not come up. */
  async start(pattern = isReady): Promise<void> {
    const program = this.begin(pattern);
    try {
      this.#url = await program.ready;
    } catch (error) {
      await program.end('SIGKILL');
      throw error;
    }
    this.#isUp = true;
    if (this.#ports === 'same') this.#env['PORT'] = new URL(this.#url).port;
  }

  /** Starts it without waiting until it is ready. */
  begin(pattern = isReady): StartedProgram {
    this.#earlierLog = this.wholeLog;
    this.#program = start(serverScript, this.#env, pattern, this.#openFiles);
    return this.#program;
  }

  /** From its next start on. */
  setVariable(name: string, value: string): void {
    this.#env[name] = value;
  }

  /** From its next start on. @param most how many files and connections it may have open at once. */
  limitOpenFiles(most: number): void {
    this.#openFiles = most;
  }

  /** @returns what it exited with, or the signal that ended it. */
  async end(signal: NodeJS.Signals): Promise<number | string> {
    this.#isUp = false;
    return (await this.#program?.end(signal)) ?? 'nothing to end';
  }

  /** Runs one of the project's commands where this server runs. @returns what it printed. */
  command(name: string, ...args: string[]): Promise<string> {
    return runToEnd([`server/commands/${name}.ts`, ...args], this.#env);
  }
  /** `npm run staff`, which reads a PIN. */
  staffCommand(pin: string, ...args: string[]): Promise<string> {
    return runToEnd(['server/commands/staff.ts', ...args], this.#env, `${pin}\n`);
  }
}
