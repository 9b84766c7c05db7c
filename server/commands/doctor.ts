// `npm run doctor`: whether a till could sell with these settings, tried out at Vipps.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { backupAgeWords } from '../backup/age-words.ts';
import { secretsOf } from '../config/log.ts';
import { openClock } from '../core/clock.ts';
import { withoutSecrets } from '../core/log.ts';
import { examine } from '../doctor/doctor.ts';
import { createExchange, defaultTimeouts } from '../vipps/http/connection.ts';
import { readConfig, runCommand, say, Usage } from './command.ts';

const usage =
  'npm run doctor   makes a payment of the least amount in each way that this configuration has, fetches its code, and cancels it';

await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  if (positionals.length > 0) throw new Usage(usage);
  const config = readConfig();
  if (config.environment === 'demo') {
    throw new Usage(
      'The demo asks no Vipps MobilePay. Set the keys of your sales unit first, as the README tells.',
    );
  }
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const secrets = secretsOf(config);
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  // What has been started is cancelled before this ends; a second signal ends it at once.
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  say(`Trying out each way to sell at Vipps MobilePay (${config.environment}). No money is moved.`);
  const isWell = await examine({
    config,
    line: createExchange(defaultTimeouts, config.network),
    clock: await openClock(async (_boot, offsetMs) => offsetMs),
    random: Math.random,
    version,
    newReference: () => `tillside-doctor-${randomBytes(8).toString('hex')}`,
    say: (line) => say(withoutSecrets(line, secrets)),
    signal: interrupted.signal,
  });
  say(backupAgeWords(config.backups, config.environment, Date.now()));
  process.exitCode = isWell ? 0 : 1;
});
