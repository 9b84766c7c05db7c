// Questions to who sits at the terminal, or to a program that has written its answers line by line.
import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';

export type Terminal = {
  /** @param hidden the answer is a secret, and is not shown. @throws NoAnswer */
  ask(question: string, hidden: boolean): Promise<string>;
  say(line: string): void;
  close(): void;
};

/** Ended before the question was answered: by Ctrl-C, or because there are no more lines. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

type Streams = { input: NodeJS.ReadStream; output: NodeJS.WritableStream };

/** Shows nothing of what is typed. */
const silent = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** One question at a terminal. @throws NoAnswer when it is left by Ctrl-C or Ctrl-D. */
function askOnce({ input, output }: Streams, question: string, hidden: boolean): Promise<string> {
  if (hidden) output.write(question);
  const lines = createInterface({ input, output: hidden ? silent() : output, terminal: true });
  return new Promise<string>((resolve, reject) => {
    lines.once('SIGINT', () => lines.close());
    // After an answer this comes too late to be heard.
    lines.once('close', () => reject(new NoAnswer('Nothing was written.')));
    lines.question(hidden ? '' : question, resolve);
  }).finally(() => {
    lines.close();
    if (hidden) output.write('\n');
  });
}

/** A secret, from a terminal. @throws NoAnswer */
export const askHidden = (question: string): Promise<string> =>
  askOnce({ input: process.stdin, output: process.stdout }, question, true);

/** The answers of a program: a line each. What it was asked is printed, its answers are not. */
function fromLines(lines: Interface, output: NodeJS.WritableStream): Terminal {
  const rest = lines[Symbol.asyncIterator]();
  return {
    async ask(question) {
      output.write(`${question}\n`);
      const { value, done } = await rest.next();
      if (done === true)
        throw new NoAnswer('The answers have ended before this question. Nothing was written.');
      return value;
    },
    say: (line) => output.write(`${line}\n`),
    close: () => lines.close(),
  };
}

export function openTerminal(streams: Streams = { input: process.stdin, output: process.stdout }): Terminal {
  const { input, output } = streams;
  if (!input.isTTY) return fromLines(createInterface({ input }), output);
  return {
    ask: (question, hidden) => askOnce(streams, question, hidden),
    say: (line) => output.write(`${line}\n`),
    close: () => undefined,
  };
}
