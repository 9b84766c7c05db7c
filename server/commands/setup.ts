// `npm run setup`: a new shop, question by question, into `.env`.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { keptWords } from '../backup/open-with-copies.ts';
import type { Config } from '../config/config.ts';
import { secretsOf } from '../config/log.ts';
import { openClock } from '../core/clock.ts';
import { withoutSecrets } from '../core/log.ts';
import { NoAnswer, openTerminal } from '../setup/asking/terminal.ts';
import { type Checked, checkVipps } from '../setup/check-vipps.ts';
import { type Details, readDetails, storeDetails } from '../setup/details.ts';
import { callsOf } from '../setup/next-steps.ts';
import { setUp } from '../setup/setup.ts';
import { createExchange, defaultTimeouts } from '../vipps/http/connection.ts';
import { actHere, readConfig, runCommand, say, Usage } from './command.ts';

const usage = `npm run setup                   asks for what a shop needs, tries out the keys at Vipps MobilePay, and writes .env
npm run setup -- --no-check     asks and writes, where Vipps MobilePay cannot be reached; the keys are not tried out
npm run setup -- --check-only   tries out the keys that are set, and writes nothing
What is there already is offered as the answer to each question. Answers can come from a file, one in a line. Ctrl-C writes nothing.`;

async function check(config: Config): Promise<Checked> {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const checked = await checkVipps(config, {
    line: createExchange(defaultTimeouts, config.network),
    clock: await openClock(async (_boot, offsetMs) => offsetMs),
    random: Math.random,
    version,
    newReference: () => `tillside-setup-${randomBytes(8).toString('hex')}`,
  });
  const secrets = secretsOf(config);
  return { ...checked, said: checked.said.map((line) => withoutSecrets(line, secrets)) };
}

async function checkOnly(): Promise<void> {
  const config = readConfig();
  if (config.environment === 'demo')
    throw new Usage('There are no keys yet: run npm run setup without --check-only.');
  const { keys, apis, said } = await check(config);
  said.forEach(say);
  const isGood = keys === 'accepted' && apis.length > 0;
  if (isGood) say(`Vipps MobilePay accepts the keys. The sales unit has: ${apis.join(', ')}.`);
  process.exitCode = isGood ? 0 : 1;
}

const details = {
  read: readDetails,
  store: (config: Config, said: Details) =>
    storeDetails(config, said, actHere('settings_changed', Date.now()), (copy) => say(keptWords(copy))),
};

await runCommand(async () => {
  const flag = { type: 'boolean', default: false } as const;
  const options = { 'no-check': flag, 'check-only': flag };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const isClear = !(values['no-check'] && values['check-only']);
  if (!isClear || positionals.length > 0) throw new Usage(usage);
  if (values['check-only']) return checkOnly();
  const terminal = openTerminal();
  try {
    const asked = values['no-check'] ? null : check;
    const calls = callsOf(process.env['TILLSIDE_CALLED_AS']);
    const nowMs = Date.now();
    await setUp({ folder: '.', env: process.env, terminal, nowMs, calls, check: asked, details });
  } catch (error) {
    throw error instanceof NoAnswer ? new Usage(error.message) : error;
  } finally {
    terminal.close();
  }
});
