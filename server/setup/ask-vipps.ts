// The sales unit at Vipps MobilePay: its environment and its keys, tried out as soon as they are there, and the API that it sells by.
import { credentialNames } from '../config/credentials.ts';
import { checkSetting } from './asking/as-server-says.ts';
import { askUntilGood, choice, TooManyTries } from './asking/interview.ts';
import type { Terminal } from './asking/terminal.ts';
import type { Checked, SalesApi } from './check-vipps.ts';

/** What is set already; later answers replace it. */
export type Settings = ReadonlyMap<string, string>;

export type AskVippsDeps = {
  terminal: Terminal;
  was: Settings;
  /** Tries these settings out at Vipps; null where Vipps is not to be asked. */
  check: ((answers: Settings) => Promise<Checked>) | null;
};

const labels: Readonly<Record<string, string>> = {
  VIPPS_CLIENT_ID: 'Client ID',
  VIPPS_CLIENT_SECRET: 'Client secret',
  VIPPS_SUBSCRIPTION_KEY: 'Subscription key (Ocp-Apim-Subscription-Key)',
  VIPPS_MSN: 'Sales unit (merchant serial number, 5 or 6 digits)',
};

/** Sets of keys that are not accepted, until this gives up. */
const mostSets = 5;

async function askForSet({ terminal, was }: AskVippsDeps, environment: string): Promise<Map<string, string>> {
  const answers = new Map([['VIPPS_ENVIRONMENT', environment]]);
  // Keys are good in the environment alone for which they were made.
  const isSame = (was.get('VIPPS_ENVIRONMENT') ?? 'test') === environment;
  for (const name of credentialNames) {
    const isSecret = name !== 'VIPPS_MSN';
    const question = {
      text: labels[name] ?? name,
      otherwise: (isSame ? was.get(name) : undefined) ?? null,
      isSecret,
      check: (answer: string) => checkSetting(name, answer),
    };
    answers.set(name, await askUntilGood(question, terminal));
  }
  return answers;
}

/** Whether to go on with keys of which it is not known that they are good. */
async function goesOn(terminal: Terminal): Promise<boolean> {
  const question = choice('Go on without having tried them out?', ['yes', 'no'], 'no');
  return (await askUntilGood(question, terminal)) === 'yes';
}

async function askForKeys(deps: AskVippsDeps, environment: string): Promise<[Settings, SalesApi[]]> {
  const { terminal, check } = deps;
  let was = deps.was;
  for (let sets = 0; sets < mostSets; sets++) {
    const answers = await askForSet({ ...deps, was }, environment);
    if (check === null) {
      terminal.say('  The keys were not tried out at Vipps MobilePay.');
      return [answers, []];
    }
    const { keys, apis, said } = await check(answers);
    for (const sentence of said) terminal.say(`  ${sentence}`);
    if (keys === 'accepted' && apis.length > 0) {
      terminal.say('  Vipps MobilePay accepts the keys.');
      return [answers, apis];
    }
    if (keys !== 'refused' && (await goesOn(terminal))) {
      terminal.say('  The keys were not tried out to the end at Vipps MobilePay.');
      return [answers, []];
    }
    was = new Map([...was, ...answers]);
  }
  throw new TooManyTries('Vipps MobilePay took none of these keys. Nothing was written.');
}

const about: Readonly<Record<SalesApi, string>> = {
  epayment: 'The sales unit has the ePayment API.',
  ecom: 'The sales unit has the eCom API, and not ePayment.',
};

/** @returns the settings of the sales unit, and which APIs are known to answer to it. */
export async function askVipps(deps: AskVippsDeps): Promise<[Settings, SalesApi[]]> {
  const { terminal, was } = deps;
  const before = was.get('VIPPS_ENVIRONMENT') === 'production' ? 'production' : 'test';
  const text = 'Environment: test moves no real money';
  const environment = await askUntilGood(choice(text, ['test', 'production'], before), terminal);
  return askForKeys(deps, environment);
}

/** @param apis that are known to answer. eCom sells in NOK alone. */
export async function askForApi(
  { terminal, was }: Pick<AskVippsDeps, 'terminal' | 'was'>,
  apis: readonly SalesApi[],
  currency: string,
): Promise<SalesApi> {
  const [only, ...others] = apis;
  if (only !== undefined && others.length === 0) {
    terminal.say(about[only]);
    return only;
  }
  if (currency !== 'NOK') return 'epayment';
  const before = was.get('VIPPS_API') === 'ecom' ? 'ecom' : 'epayment';
  const text = 'API: new sales units have ePayment; eCom also shows when the code has been scanned';
  return (await askUntilGood(choice(text, ['epayment', 'ecom'], before), terminal)) as SalesApi;
}
