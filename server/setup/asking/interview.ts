// One question until its answer is good: what is there already is the default, and what is wrong with an answer is said at once.
import type { Terminal } from './terminal.ts';

export type Question = {
  text: string;
  /** What Enter alone stands for; null where there has to be an answer. */
  otherwise: string | null;
  /** A secret: neither the answer nor the default is shown. */
  isSecret?: boolean;
  /** `-` stands for nothing, where something is there already. */
  mayBeEmpty?: boolean;
  /** @returns the value, or the sentence that says what is wrong with it. */
  check(answer: string): { value: string } | { wrong: string };
};

/** More wrong answers than that to one question are those of a program. */
const mostTries = 20;

/** Nobody answers like this for long. */
export class TooManyTries extends Error {
  override readonly name = 'TooManyTries';
}

function promptOf({ text, otherwise, isSecret, mayBeEmpty }: Question): string {
  if (otherwise === null) return `${text}: `;
  if (isSecret) return `${text} (Enter keeps the one that is there): `;
  if (otherwise === '') return `${text} (Enter for none): `;
  return `${text} [${otherwise}]${mayBeEmpty ? ' (- for none)' : ''}: `;
}

/** What an answer stands for. */
function meant(answer: string, { otherwise, mayBeEmpty }: Question): string {
  // Programs of Windows begin their output with a byte order mark.
  const written = answer.replace(/^\ufeff/, '').trim();
  if (written === '-' && mayBeEmpty) return '';
  return written === '' ? (otherwise ?? '') : written;
}

/** @throws NoAnswer, or TooManyTries. */
export async function askUntilGood(question: Question, terminal: Terminal): Promise<string> {
  const prompt = promptOf(question);
  for (let tries = 0; tries < mostTries; tries++) {
    const answer = meant(await terminal.ask(prompt, question.isSecret ?? false), question);
    if (answer === '' && question.mayBeEmpty) return '';
    const checked = answer === '' ? { wrong: 'This needs an answer.' } : question.check(answer);
    if ('value' in checked) return checked.value;
    terminal.say(`  ${checked.wrong}`);
  }
  throw new TooManyTries('No answer was good. Nothing was written.');
}

/** A question with few answers, which may be shortened as far as one is left. */
export function choice<T extends string>(
  text: string,
  choices: readonly T[],
  otherwise: T,
): Question & { otherwise: T } {
  return {
    text: `${text} (${choices.join(', ')})`,
    otherwise,
    check(answer) {
      const small = answer.toLowerCase();
      const exact = choices.find((one) => one.toLowerCase() === small);
      const meant = exact ? [exact] : choices.filter((one) => one.toLowerCase().startsWith(small));
      const [value] = meant;
      return value !== undefined && meant.length === 1
        ? { value }
        : { wrong: `This is one of ${choices.join(', ')}.` };
    },
  };
}
