// Where a text stops being JSON, for the person who has written it by hand: JSON.parse does not always say.

export type JsonFault = {
  /** Both from 1, as editors show them. */
  line: number;
  column: number;
  /** What is wrong there and what to do, without a full stop. */
  what: string;
};

class Fault extends Error {
  readonly at: number;
  constructor(at: number, what: string) {
    super(what);
    this.at = at;
  }
}

const space = /[ \t\r\n]*/y;
const word = /[^\s,:[\]{}"']{1,20}/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y;
const literal = /(?:true|false|null)(?!\w)/y;

/** Reads on through a text, and throws a Fault at the first thing that is no JSON. */
class Reading {
  at = 0;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  /** What the pattern matches here, which is left behind. */
  take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found === undefined) return null;
    this.at += found.length;
    return found;
  }

  next(): string {
    this.take(space);
    return this.text[this.at] ?? '';
  }

  fail(expected: string): never {
    const { text, at } = this;
    const here = text[at] ?? '';
    if (here === '') throw new Fault(at, `the file ends where ${expected} should be`);
    if (/^(?:\/\/|\/\*|#)/.test(text.slice(at, at + 2))) {
      throw new Fault(at, 'a comment begins, but JSON has none; take it out');
    }
    if (/['‘’‚“”„«»`]/.test(here))
      throw new Fault(at, `text stands between straight double quotes (") only, not ${here}`);
    throw new Fault(at, `${this.take(word) ?? here} stands where ${expected} should be`);
  }

  string(): void {
    const start = this.at++;
    while (this.text[this.at] !== '"') {
      const here = this.text[this.at] ?? '\n';
      if (here < ' ')
        throw new Fault(start, 'a text begins that has no " at its end before the end of the line');
      if (here !== '\\') this.at++;
      else if (this.take(/\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y) === null) {
        throw new Fault(this.at, 'a single \\ stands in a text; write two');
      }
    }
    this.at++;
  }

  /** What stands between two brackets, each part read by `part`. */
  list(end: string, part: () => void): void {
    this.at++;
    if (this.next() === end) {
      this.at++;
      return;
    }
    for (;;) {
      part();
      const here = this.next();
      if (here !== ',' && here !== end) this.fail(`a comma or ${end}`);
      const commaAt = this.at++;
      if (here === end) return;
      if (this.next() === end) {
        throw new Fault(commaAt, `a comma stands before ${end} with nothing between them; take it out`);
      }
    }
  }

  member(names: Set<string>): void {
    if (this.next() !== '"') this.fail('the name of a field in double quotes');
    const start = this.at;
    this.string();
    const name = JSON.parse(this.text.slice(start, this.at));
    if (names.has(name)) throw new Fault(start, `the field "${name}" is there for the second time`);
    names.add(name);
    if (this.next() !== ':') this.fail('a colon');
    this.at++;
    this.value();
  }

  value(): void {
    const here = this.next();
    const names = new Set<string>();
    if (here === '{') this.list('}', () => this.member(names));
    else if (here === '[') this.list(']', () => this.value());
    else if (here === '"') this.string();
    else if (this.take(number) === null && this.take(literal) === null) this.fail('a value');
  }
}

/** @returns null for what is JSON, without a field that is there twice. */
export function jsonFault(text: string): JsonFault | null {
  const reading = new Reading(text);
  try {
    reading.value();
    if (reading.next() !== '') reading.fail('the end of the file');
    return null;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const before = text.slice(0, error.at).split(/\r\n|\n|\r/);
    return { line: before.length, column: (before.at(-1) ?? '').length + 1, what: error.message };
  }
}
