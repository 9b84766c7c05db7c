// The file `.env`, and what people have made by mistake when they meant it.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type EnvFile, parseEnvFile } from './env-file.ts';
import { readTextFile, UnreadableText } from './text-file.ts';

export type FoundFile = EnvFile & { name: string };

const ours = '.env';
/** What Notepad and Explorer make of the name, the latter without showing it. */
const lookAlikes = ['.env.txt', '.env.env', 'env', 'env.txt'];

function kindOf(path: string): 'file' | 'other' | 'none' {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 'none';
  return found.isFile() ? 'file' : 'other';
}

const readEnvFile = (folder: string, name: string): FoundFile => ({
  ...parseEnvFile(readTextFile(join(folder, name)), name),
  name,
});

/** @returns null where there is none. @throws UnreadableText also for a line that cannot be understood. */
export function findEnvFile(folder: string): FoundFile | null {
  const kind = kindOf(join(folder, ours));
  if (kind === 'none') return null;
  if (kind === 'other')
    throw new UnreadableText('.env is no file; settings are read from a file of that name.');
  const file = readEnvFile(folder, ours);
  if (file.problems.length > 0) throw new UnreadableText(file.problems.join('\n'));
  return file;
}

/** The files that may have been meant as `.env`, where that is missing. What is no text is none of them. */
export function findLookAlikes(folder: string): FoundFile[] {
  const there = lookAlikes.filter((name) => kindOf(join(folder, name)) === 'file');
  return there.flatMap((name) => {
    try {
      return [readEnvFile(folder, name)];
    } catch (error) {
      if (error instanceof UnreadableText) return [];
      throw error;
    }
  });
}

/** Adds what only the file sets. The environment wins; of a name that is twice in the file, the last line. */
export function addFrom(file: FoundFile, env: Record<string, string | undefined>): void {
  const set = new Set(Object.keys(env));
  for (const { name, value } of file.lines) if (!set.has(name)) env[name] = value;
}
