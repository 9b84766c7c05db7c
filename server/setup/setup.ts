// A new shop, question by question. Nothing is written before the last answer.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Config, toConfig } from '../config/config.ts';
import { findEnvFile } from '../core/env-files.ts';
import { readTextFile } from '../core/text-file.ts';
import { askNetwork } from './ask-network.ts';
import { askForCountry, askForSeller, askForTill } from './ask-shop.ts';
import { type AskVippsDeps, askForApi, askVipps, type Settings } from './ask-vipps.ts';
import type { Terminal } from './asking/terminal.ts';
import type { Checked } from './check-vipps.ts';
import { withSettings } from './files/env-text.ts';
import { keepBeside, save } from './files/save.ts';
import { isUnsaid, type OnlyTill, onlyTillIn, tillsText } from './files/tills-text.ts';
import { nextSteps } from './next-steps.ts';

export type SetupDeps = {
  /** In which `.env` lies, or is to lie. */
  folder: string;
  /** The environment, which wins over the file. */
  env: Readonly<Record<string, string | undefined>>;
  terminal: Terminal;
  nowMs: number;
  /** Tries a configuration out at Vipps; null where Vipps is not to be asked. */
  check: ((config: Config) => Promise<Checked>) | null;
};

type Tills = { file: string | null; text: string | null; only: OnlyTill | null; areSeveral: boolean };

const usualTillsFile = 'tills.json';

/** What is there of the tills: by a file, or by none. */
function tillsBefore(folder: string, file: string | null): Tills {
  const path = file === null ? null : resolve(folder, file);
  if (path === null || !existsSync(path)) return { file, text: null, only: null, areSeveral: false };
  const text = readTextFile(path);
  const only = onlyTillIn(text);
  return { file, text, only, areSeveral: only === null };
}

/** As the server would read it, once this has been written. @throws ConfigError */
function configWith(
  { folder, env }: SetupDeps,
  settings: Settings,
  tillsFile: string | null,
  tills: string | null,
) {
  const set = Object.fromEntries([...settings].filter(([, value]) => value !== ''));
  return toConfig({ ...set, ...env }, (file) =>
    file === tillsFile && tills !== null ? tills : readTextFile(resolve(folder, file)),
  );
}

/** @returns what is to be set, and the text of TILLS_FILE; null where that is left as it is. */
async function askAll(deps: SetupDeps, was: Settings, tills: Tills): Promise<[Settings, string | null]> {
  const { terminal, check } = deps;
  const vipps: AskVippsDeps = {
    terminal,
    was,
    check: check && ((answers) => check(configWith(deps, answers, null, null))),
  };
  const [unit, apis] = await askVipps(vipps);
  const country = await askForCountry(vipps, tills.only);
  const seller = await askForSeller(vipps, country);
  const network = (till: Settings) => new Map([...unit, ...seller, ...till]);
  const environment = unit.get('VIPPS_ENVIRONMENT') ?? 'test';
  if (tills.areSeveral) {
    terminal.say(`The tills stay as they are in ${tills.file}.`);
    return [network(await askNetwork(terminal, was, environment)), null];
  }
  const till = await askForTill(vipps, tills.only, country);
  const reach = await askNetwork(terminal, was, environment);
  const api = await askForApi(vipps, apis, till.currency);
  const answers = new Map([...network(reach), ['VIPPS_API', api]]);
  if (tills.text === null && isUnsaid(till)) return [answers, null];
  return [new Map([...answers, ['TILLS_FILE', tills.file ?? usualTillsFile]]), tillsText(tills.only, till)];
}

/** Names that the environment sets to something else than what is written: there they stay what they are. */
function overruled(env: SetupDeps['env'], answers: Settings): string[] {
  return [...answers.keys()].filter((name) => env[name] !== undefined && env[name] !== answers.get(name));
}

/** Asks, and writes. @throws NoAnswer, ConfigError, UnreadableText; nothing has been written then. */
export async function setUp(deps: SetupDeps): Promise<void> {
  const { folder, env, terminal, nowMs } = deps;
  const found = findEnvFile(folder);
  const was = new Map(found?.lines.map(({ name, value }) => [name, value] as const) ?? []);
  const tills = tillsBefore(folder, was.get('TILLS_FILE') ?? null);
  const [answers, tillsAfter] = await askAll(deps, was, tills);
  const config = configWith(
    deps,
    new Map([...was, ...answers]),
    answers.get('TILLS_FILE') ?? null,
    tillsAfter,
  );

  const file = join(folder, '.env');
  const before = found === null ? '' : readTextFile(file);
  const settings = new Map([...answers].map(([name, value]) => [name, value === '' ? null : value]));
  const kept: (string | null)[] = [];
  const tillsFile = answers.get('TILLS_FILE');
  if (tillsAfter !== null && tillsFile !== undefined) {
    const path = resolve(folder, tillsFile);
    kept.push(keepBeside(path, nowMs));
    save(path, tillsAfter);
  }
  kept.push(keepBeside(file, nowMs));
  save(file, withSettings(before, settings));

  for (const name of kept) if (name !== null) terminal.say(`What was there before is kept as ${name}.`);
  for (const name of overruled(env, answers)) {
    terminal.say(`Warning: ${name} is set in the environment too, which wins over .env.`);
  }
  for (const line of nextSteps(config)) terminal.say(line);
}
