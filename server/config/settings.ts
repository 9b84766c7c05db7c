// What people have set, in the environment and in `.env`, as one configuration: the same for the server and for each command.
import { addFrom, type FoundFile, findEnvFile, findLookAlikes } from '../core/env-files.ts';
import { readTextFile, UnreadableText } from '../core/text-file.ts';
import { type Config, ConfigError, configOf } from './config.ts';
import { credentialNames } from './credentials.ts';
import { EnvReader } from './env-reader.ts';
import { isMeantForUs, namesNotice } from './files/unknown-names.ts';

export type Settings = {
  config: Config;
  /** What may not be meant so, each a sentence. */
  warnings: string[];
};

const listed = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names);

function readOwnFile(folder: string): FoundFile | null {
  try {
    return findEnvFile(folder);
  } catch (error) {
    throw error instanceof UnreadableText ? new ConfigError(error.message) : error;
  }
}

/** Why a demo is not what was meant by these files; null when it is. */
function noDemo(file: FoundFile | null, others: readonly FoundFile[], read: EnvReader): string | null {
  if (read.text('VIPPS_ENVIRONMENT') !== undefined) return null;
  const byName = 'For the demo, set VIPPS_ENVIRONMENT=demo.';
  const meant = file?.lines.filter((line) => isMeantForUs(line, read)) ?? [];
  if (meant.length > 0) {
    return `.env holds settings, but not ${listed(credentialNames)}, without which nothing can be sold. ${byName}`;
  }
  const [other] = others;
  return other === undefined ? null : `${lookAlikeNotice(other)} ${byName}`;
}

const lookAlikeNotice = ({ name }: FoundFile) =>
  `There is no file .env, but ${name} with settings in it, which is not read: rename it to .env. Windows shows the whole name only under View, Show, File name extensions.`;

/**
 * @param env the environment, to which is added what only the file holds.
 * @param folder in which `.env` may lie.
 * @throws ConfigError
 */
export function readSettings(env: Record<string, string | undefined>, folder: string): Settings {
  const set = Object.keys(env);
  const file = readOwnFile(folder);
  if (file !== null) addFrom(file, env);
  const read = new EnvReader(env);
  const config = configOf(read, readTextFile);
  const meant = ({ lines }: FoundFile) => lines.some((line) => isMeantForUs(line, read));
  const others = file === null ? findLookAlikes(folder).filter(meant) : [];
  const names = namesNotice(set, file, read);
  const warnings = [...names.warnings, ...others.map(lookAlikeNotice)];
  const isMistake = config?.environment === 'demo' ? noDemo(file, others, read) : null;
  if (config === null || isMistake !== null || names.mistakes.length > 0) {
    const problems = [...(isMistake === null ? read.problems : [isMistake]), ...names.mistakes];
    throw new ConfigError([...problems, ...warnings.filter((one) => !isMistake?.startsWith(one))].join('\n'));
  }
  return { config, warnings };
}
