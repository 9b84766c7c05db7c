// What people have written in files and in the environment, read from real files.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseEnvFile } from '../core/env-file.ts';
import { readEnvironment } from '../simulator/environment.ts';
import { aFolderWith, waysToSave } from '../testing/files/written-files.ts';
import { ConfigError } from './config.ts';
import { readSettings } from './settings.ts';

const keys = [
  'VIPPS_CLIENT_ID=canary-client',
  'VIPPS_CLIENT_SECRET=canary-secret',
  'VIPPS_SUBSCRIPTION_KEY=canary-key',
  'VIPPS_MSN=654321',
];
const shop = [...keys, 'FALLBACK_URL=https://x.example/', 'CALLBACK_URL=https://x.example/'];
const aFile = (...lines: string[]) => `${lines.join('\n')}\n`;

type Env = Record<string, string | undefined>;
const settings = (files: Record<string, string | Buffer>, env: Env = {}) =>
  readSettings({ ...env }, aFolderWith(files));
const warnings = (files: Record<string, string>, env?: Env) => settings(files, env).warnings;
/** The sentences in which the start is refused. */
function refusal(files: Record<string, string | Buffer>, env?: Env): string[] {
  try {
    const { config } = settings(files, env);
    return [`started as ${config.environment}`];
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message
      .split('\n')
      .map((line) => line.replaceAll(/\/\S*\/tills/g, 'tills'));
  }
}

describe('[P3] however it was saved, no line is lost', () => {
  test.each(waysToSave)('of .env: %s', (_, save) => {
    const { config, warnings } = settings({ '.env': save(['CAPTURE=manual', ...shop, 'PORT=3100']) });
    expect(config).toMatchObject({ capture: 'manual', environment: 'test', port: 3_100 });
    expect(config.shops[0]?.credentials.clientId).toBe('canary-client');
    expect(warnings).toEqual([]);
  });

  test.each(waysToSave)('of TILLS_FILE: %s', (_, save) => {
    const folder = aFolderWith({
      tills: save(['[', '  { "id": "1", "name": "Kafé Ørn", "msn": "11111" }', ']']),
    });
    const { config } = readSettings({ TILLS_FILE: join(folder, 'tills') }, folder);
    expect(config.tills).toMatchObject([{ id: '1', name: 'Kafé Ørn' }]);
    expect(config.salesUnits.get('1')?.msn).toBe('11111');
  });

  test('what is no text stops the start, with the file, the line and what to do', () => {
    const bytes = Buffer.from(aFile(...shop, 'BRANDING=Kafé'), 'latin1');
    const [said = '', ...more] = refusal({ '.env': bytes });
    expect(said).toMatch(/\.env holds a character in line 7 that is not UTF-8\. Save it as UTF-8/);
    expect(more).toEqual([]);
    const folder = aFolderWith({ tills: Buffer.from('[{"id":"1",\n"name":"Kafé"}]', 'latin1') });
    expect(refusal({}, { TILLS_FILE: join(folder, 'tills') })[0]).toMatch(
      /^TILLS_FILE: tills holds a character in line 2 that is not UTF-8\. Save it as UTF-8/,
    );
  });

  test('[P7] a line that cannot be understood stops the start, and is not shown', () => {
    expect(refusal({ '.env': aFile(...shop, 'CAPTURE manual', 'PORT="canary') })).toEqual([
      '.env, line 7: there is no = in it; write NAME=value, and # before a comment.',
      '.env, line 8: the quotation mark " is not closed.',
    ]);
  });
});

describe('of one name with two values', () => {
  test('the environment wins over the file, also where it is blank', () => {
    const file = { '.env': aFile(...shop, 'CAPTURE=manual', 'PORT=3100') };
    expect(settings(file, { CAPTURE: 'auto', PORT: '' }).config).toMatchObject({
      capture: 'auto',
      port: 3_000,
    });
  });

  test('the last line of the file wins, and it is said', () => {
    const { config, warnings } = settings({ '.env': aFile('CAPTURE=manual', ...shop, 'CAPTURE=auto') });
    expect(config.capture).toBe('auto');
    expect(warnings).toEqual(['.env: CAPTURE is set in lines 1 and 8; the last one counts.']);
  });
});

describe('a name that nothing reads is told', () => {
  test.each([
    ['CALBACK_URL', 'CALLBACK_URL'],
    ['TIMEZONE', 'TIME_ZONE'],
    ['VIPPS_SECRET', 'VIPPS_CLIENT_SECRET'],
    ['PROT', 'PORT'],
  ])('%s in .env, with the nearest one', (name, meant) => {
    expect(warnings({ '.env': aFile(...shop, `${name}=canary`) })).toEqual([
      `.env, line 7: ${name} is not a setting of Tillside; did you mean ${meant}?`,
    ]);
  });

  test('in .env where Node would have had to know it before', () => {
    expect(warnings({ '.env': aFile(...shop, 'NODE_EXTRA_CA_CERTS=ca.pem') })).toEqual([
      '.env, line 7: NODE_EXTRA_CA_CERTS is read by Node before this file is; name the file in TLS_CA instead.',
    ]);
  });

  test('in .env without one, where none is near', () => {
    expect(warnings({ '.env': aFile(...shop, 'COMPANY=canary', 'SIMULATOR_ACCOUNTS=[]') })).toEqual([
      '.env, line 7: COMPANY is not a setting of Tillside.',
    ]);
  });

  test('[P7] in .env without showing it, where it may be the rest of a secret', () => {
    expect(warnings({ '.env': aFile(...shop, 'canaryCanary9==') })).toEqual([
      '.env, line 7: what stands before the = is not a setting of Tillside.',
    ]);
  });

  test('in the environment where it begins like ours, and no other', () => {
    const others = {
      PATH: '/bin',
      HOSTS: 'x',
      MSN: 'x',
      CLIENT_ID: 'x',
      CAPTUR: 'x',
      VIPPS_OTHER_APP: 'x',
      TILL: 'x',
    };
    expect(warnings({}, { ...others, VIPPS_QR_IMAGE_HOST: 'x', VIPS_API: 'epayment' })).toEqual([
      'VIPPS_QR_IMAGE_HOST in the environment is not a setting of Tillside; did you mean VIPPS_QR_IMAGE_HOSTS?',
      'VIPS_API in the environment is not a setting of Tillside; did you mean VIPPS_API?',
    ]);
  });

  test('with what stops the start', () => {
    expect(refusal({ '.env': aFile(...shop, 'VIPPS_CLIENT_ID=', 'VIPPS_CLIENTID=canary') })).toEqual([
      'VIPPS_CLIENT_ID is not set; it accepts the value from portal.vippsmobilepay.com.',
      '.env: VIPPS_CLIENT_ID is set in lines 1 and 7; the last one counts.',
      '.env, line 8: VIPPS_CLIENTID is not a setting of Tillside; did you mean VIPPS_CLIENT_ID?',
    ]);
  });

  test('but none of a shop of its own', () => {
    const folder = aFolderWith({ tills: '[{"id":"1","name":"Oslo","shop":"oslo"}]' });
    const env = { TILLS_FILE: join(folder, 'tills') };
    const own = ['TIME_ZONE_OSLO=Europe/Oslo', 'DAY_ENDS_AT_OSLO=4', 'VIPPS_MSN_OSLO=22222'];
    expect(warnings({ '.env': aFile(...shop, ...own) }, env)).toEqual([]);
  });
});

describe('what is known', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');

  test('is all that the example names, as it is and with every line taken in', () => {
    expect(settings({ '.env': example })).toMatchObject({ config: { environment: 'demo' }, warnings: [] });
    const whole = example.replace(/^#(?=[A-Z_]+=)/gm, '');
    expect(refusal({ '.env': whole }).join()).not.toContain('not a setting');
    expect(parseEnvFile(whole, '').lines.length).toBeGreaterThan(20);
  });

  test('is all that the simulator reads by itself', () => {
    const names: string[] = [];
    readEnvironment(new Proxy({}, { get: (_, name) => void names.push(String(name)) }));
    expect(names).toContain('SIMULATOR_ACCOUNTS');
    const file = aFile('VIPPS_ENVIRONMENT=demo', ...[...new Set(names)].map((name) => `${name}=`));
    expect(warnings({ '.env': file })).toEqual([]);
  });
});

describe('the demo', () => {
  const names = 'VIPPS_CLIENT_ID, VIPPS_CLIENT_SECRET, VIPPS_SUBSCRIPTION_KEY and VIPPS_MSN';
  const noKeys = `.env holds settings, but not ${names}, without which nothing can be sold. For the demo, set VIPPS_ENVIRONMENT=demo.`;

  test.each<[string, Record<string, string>]>([
    ['no file', {}],
    ['a file that says nothing', { '.env': '# CAPTURE=manual\n' }],
    ['a file of something else', { '.env': 'COMPANY=x\n', env: 'COMPANY=x\n' }],
    ['a file that asks for it', { '.env': aFile('CAPTURE=manual', 'VIPPS_ENVIRONMENT=demo') }],
  ])('is what starts with %s', (_, files) => {
    expect(refusal(files)).toEqual(['started as demo']);
  });

  test.each(['CAPTURE=manual', 'VIPPS_CLIENT_ID=', 'PORT=3000'])(
    'is not what was meant by %s in .env',
    (line) => {
      expect(refusal({ '.env': aFile(line) })).toEqual([noKeys]);
    },
  );

  test('is not what was meant by a misspelt credential, which is told', () => {
    expect(refusal({ '.env': aFile('VIPPS_CLIENTID=canary') })).toEqual([
      noKeys,
      '.env, line 1: VIPPS_CLIENTID is not a setting of Tillside; did you mean VIPPS_CLIENT_ID?',
    ]);
  });

  test.each(['.env.txt', '.env.env', 'env', 'env.txt'])('is not what was meant by %s', (name) => {
    const [said, ...more] = refusal({ [name]: aFile(...shop) });
    expect(said).toBe(
      `There is no file .env, but ${name} with settings in it, which is not read: rename it to .env. Windows shows the whole name only under View, Show, File name extensions. For the demo, set VIPPS_ENVIRONMENT=demo.`,
    );
    expect(more).toEqual([]);
  });

  test('starts beside such files where it is asked for, with a warning', () => {
    const files = { '.env.txt': aFile(...shop) };
    expect(settings(files, { VIPPS_ENVIRONMENT: 'demo' }).warnings).toEqual([
      expect.stringMatching(/^There is no file \.env, but \.env\.txt with settings/),
    ]);
    expect(warnings({ ...files, '.env': aFile(...shop) })).toEqual([]);
  });
});
