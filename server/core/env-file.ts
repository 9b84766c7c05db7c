// The lines of a `.env` file. Not by node:util's parseEnv, which drops what it does not understand without a word.
import { lineEnd } from './text-file.ts';

export type EnvLine = { name: string; value: string; line: number };

export type EnvFile = {
  /** In the order of the file; of a name that is there twice, each. */
  lines: EnvLine[];
  /** What cannot be understood, each a sentence that shows nothing of the line, which may hold a secret. */
  problems: string[];
};

const assignment = /^(?:export\s+)?([^=]*?)\s*=\s*(.*)$/;
const nameLike = /^[A-Za-z_][A-Za-z0-9_]*$/;
const quotes = new Set(['"', "'", '`']);

/** What stands in quotes is taken as it is, so that paths of Windows stay whole; without quotes, a # behind a space begins a comment. */
function readValue(text: string): { value: string } | { problem: string } {
  const quote = text[0] ?? '';
  if (!quotes.has(quote)) return { value: /^#/.test(text) ? '' : text.replace(/\s#.*$/, '').trim() };
  const end = text.indexOf(quote, 1);
  if (end === -1) return { problem: `the quotation mark ${quote} is not closed` };
  const rest = text.slice(end + 1).trim();
  if (rest !== '' && !rest.startsWith('#')) {
    return {
      problem: `something stands behind the second ${quote}; choose quotation marks that the value does not hold`,
    };
  }
  return { value: text.slice(1, end) };
}

function readLine(text: string): Omit<EnvLine, 'line'> | { problem: string } {
  const [, name = '', rest = ''] = assignment.exec(text) ?? [];
  if (!text.includes('='))
    return { problem: 'there is no = in it; write NAME=value, and # before a comment' };
  if (!nameLike.test(name)) {
    return {
      problem: 'what stands before the = is no name, which has letters, digits and _ only; write NAME=value',
    };
  }
  const read = readValue(rest);
  return 'problem' in read ? read : { name, value: read.value };
}

/** @param name of the file, for the sentences. */
export function parseEnvFile(text: string, name: string): EnvFile {
  const lines: EnvLine[] = [];
  const problems: string[] = [];
  for (const [index, whole] of text.split(lineEnd).entries()) {
    // Also takes away the byte order mark of a file that was put behind another.
    const written = whole.trim();
    if (written === '' || written.startsWith('#')) continue;
    const read = readLine(written);
    if ('problem' in read) problems.push(`${name}, line ${index + 1}: ${read.problem}.`);
    else lines.push({ ...read, line: index + 1 });
  }
  return { lines, problems };
}
