// The text of a `.env` file with some settings changed: comments and all other lines stay as they are. Pure.
import { parseEnvFile } from '../../core/env-file.ts';
import { lineEnd } from '../../core/text-file.ts';

const quotes = ['"', "'", '`'] as const;

/** Whether `written` is read back as `value`. */
function isReadAs(written: string, value: string): boolean {
  const { lines, problems } = parseEnvFile(`A=${written}`, '');
  return problems.length === 0 && lines.length === 1 && lines[0]?.value === value;
}

/** As it stands behind the =; null for what no line can hold: an end of a line, or all three quotation marks in a value that needs one. */
export function writtenValue(value: string): string | null {
  const ways = [value, ...quotes.map((quote) => quote + value + quote)];
  return ways.find((written) => isReadAs(written, value)) ?? null;
}

/**
 * @param text of the file as it is; empty where there is none.
 * @param settings what each name is to be set to; null takes it out of the file.
 * @returns the text, in which each of these names is set once, where it was set first, or else at the end.
 */
export function withSettings(text: string, settings: ReadonlyMap<string, string | null>): string {
  const left = new Map(settings);
  const kept = text.split(lineEnd).flatMap((line) => {
    const name = parseEnvFile(line, '').lines[0]?.name;
    if (name === undefined || !settings.has(name)) return [line];
    const value = left.get(name);
    left.delete(name);
    return value === undefined || value === null ? [] : [assignment(name, value)];
  });
  while (kept.at(-1)?.trim() === '') kept.pop();
  const added = [...left].flatMap(([name, value]) => (value === null ? [] : [assignment(name, value)]));
  return [...kept, ...added, ''].join('\n');
}

function assignment(name: string, value: string): string {
  const written = writtenValue(value);
  if (written === null) throw new Error(`no line of a file can hold the value of ${name}`);
  return `${name}=${written}`;
}
