// A new shop, question by question. Nothing is written before the last answer.
import { join, resolve } from 'node:path';
import { type Config, ConfigError, toConfig } from '../config/config.ts';
import { findEnvFile } from '../core/env-files.ts';
import { readTextFile } from '../core/text-file.ts';
import { askNetwork } from './ask-network.ts';
import { askForCountry, askForDetails, askForScreens } from './ask-shop.ts';
import { type AskVippsDeps, askForApi, askVipps, type Settings } from './ask-vipps.ts';
import type { Terminal } from './asking/terminal.ts';
import type { Checked } from './check-vipps.ts';
import type { Details } from './details.ts';
import { withSettings } from './files/env-text.ts';
import { keepBeside, save } from './files/save.ts';
import { type Calls, nextSteps } from './next-steps.ts';

export type SetupDeps = {
  /** In which `.env` lies, or is to lie. */
  folder: string;
  /** The environment, which wins over the file. */
  env: Readonly<Record<string, string | undefined>>;
  terminal: Terminal;
  nowMs: number;
  calls: Calls;
  /** Tries a configuration out at Vipps; null where Vipps is not to be asked. */
  check: ((config: Config) => Promise<Checked>) | null;
  /** What slips say of the shop, in its database. */
  details: { read(config: Config): Details | null; store(config: Config, details: Details): Promise<void> };
};

/** As the server would read it, once this has been written. @throws ConfigError */
function configWith({ folder, env }: SetupDeps, settings: Settings): Config {
  const set = Object.fromEntries([...settings].filter(([, value]) => value !== ''));
  return toConfig({ ...set, ...env }, (file) => readTextFile(resolve(folder, file)));
}

/** What the database says of the shop, where there is one; null of several shops. @param unit the keys that have just been answered. */
function detailsBefore(deps: SetupDeps, was: Settings, unit: Settings): Details | null {
  try {
    return deps.details.read(configWith(deps, was));
  } catch (error) {
    // What was there was not enough for a server.
    if (!(error instanceof ConfigError)) throw error;
    return deps.details.read(configWith(deps, new Map([...was, ...unit])));
  }
}

type Answers = { settings: Settings; details: Details };

/** Each has its own. */
const ofSeveral: Answers = { settings: new Map(), details: {} };

async function askAll(deps: SetupDeps, was: Settings): Promise<Answers> {
  const { terminal, check } = deps;
  const vipps: AskVippsDeps = {
    terminal,
    was,
    check: check && ((answers) => check(configWith(deps, answers))),
  };
  const [unit, apis] = await askVipps(vipps);
  const before = detailsBefore(deps, was, unit);
  const country = await askForCountry(vipps, before ?? {});
  const about = before === null ? ofSeveral : await askForDetails(vipps, country, before);
  if (before === null) terminal.say('The name and address of each shop are set on the page of settings.');
  const tillsFile = was.get('TILLS_FILE');
  const environment = unit.get('VIPPS_ENVIRONMENT') ?? 'test';
  const screens = await askForScreens(vipps, country);
  if (tillsFile !== undefined) terminal.say(`The tills stay as they are in ${tillsFile}.`);
  const reach = await askNetwork(terminal, was, environment);
  const settings = new Map([...unit, ...about.settings, ...screens, ...reach]);
  if (tillsFile === undefined) {
    settings.set('VIPPS_API', await askForApi(vipps, apis, screens.get('SHOP_CURRENCY') ?? 'NOK'));
  }
  return { settings, details: about.details };
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
  const { settings, details } = await askAll(deps, was);
  const config = configWith(deps, new Map([...was, ...settings]));

  const file = join(folder, '.env');
  const before = found === null ? '' : readTextFile(file);
  const written = new Map([...settings].map(([name, value]) => [name, value === '' ? null : value]));
  const kept = keepBeside(file, nowMs);
  save(file, withSettings(before, written));
  await deps.details.store(config, details);

  if (kept !== null) terminal.say(`What was there before is kept as ${kept}.`);
  for (const name of overruled(env, settings)) {
    terminal.say(`Warning: ${name} is set in the environment too, which wins over .env.`);
  }
  for (const line of nextSteps(config, deps.calls)) terminal.say(line);
}
