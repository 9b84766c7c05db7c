// A database belongs to one environment, and no other opens it.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { aPayment } from '../testing/payments.ts';
import { databaseOf } from './database-of.ts';
import type { Belonging } from './environment.ts';
import { StoreUnusable } from './errors.ts';
import { openBeside } from './sqlite/open-beside-server.ts';
import { openSqlite } from './sqlite/sqlite.ts';

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tillside-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

const ofTest: Belonging = { environment: 'test', msns: ['111111'] };
const ofProduction: Belonging = { environment: 'production', msns: ['222222'] };
const entry = { version: 2, atMs: 0, event: 'created', state: 'approved', by: null, detail: {} } as const;

/** Of a version that did not know environments, with a sale by each of these sales units, the oldest first. */
async function anOldOne(file: string, ...msns: string[]): Promise<void> {
  const store = await openSqlite(file);
  for (const [index, msn] of msns.entries())
    await store.create(aPayment({ reference: `till-1-${index}`, state: 'approved', msn }), entry, null);
  await store.close();
}
const open = async (file: string, belongsTo: Belonging) => (await openSqlite(file, { belongsTo })).close();
async function saidOf(opened: Promise<unknown>): Promise<string> {
  const error = await opened.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(StoreUnusable);
  return (error as StoreUnusable).message;
}

describe('a database that an environment has opened', () => {
  test('is opened by it again, and by no other, which leaves it as it is', async () => {
    const file = at('shop.db');
    await open(file, ofTest);
    await open(file, ofTest);
    const before = readFileSync(file);
    expect(await saidOf(open(file, ofProduction))).toBe(
      `The database ${file} belongs to VIPPS_ENVIRONMENT=test, and this server is set up for production. It has been left as it is: set DATABASE_URL to another file.`,
    );
    expect(readFileSync(file)).toEqual(before);
  });

  test('is refused to the commands of another, too, also beside a server', async () => {
    const file = at('shop.db');
    const served = await openSqlite(file, { belongsTo: ofTest });
    expect(await saidOf(openBeside(file, { belongsTo: ofProduction }))).toMatch(
      /belongs to VIPPS_ENVIRONMENT=test/,
    );
    await (await openBeside(file, { belongsTo: ofTest })).close();
    await served.close();
    expect(await saidOf(openBeside(file, { belongsTo: ofProduction }))).toMatch(
      /belongs to VIPPS_ENVIRONMENT=test/,
    );
  });

  test('also by the other sales units of that environment', async () => {
    const file = at('shop.db');
    await anOldOne(file, '111111');
    await open(file, ofTest);
    await open(file, { environment: 'test', msns: ['999999'] });
  });
});

describe('a database that nobody has said whose it is', () => {
  test.each([
    ['without sales', []],
    ['of a version that did not store sales units', ['']],
    ['whose last sale is of one of its sales units', ['222222', '111111']],
  ])('%s becomes that of the environment that opens it', async (_, msns) => {
    const file = at('shop.db');
    await anOldOne(file, ...msns);
    await open(file, ofTest);
    expect(await saidOf(open(file, ofProduction))).toMatch(/belongs to VIPPS_ENVIRONMENT=test/);
  });

  test('whose last sale another sales unit made is left as it is', async () => {
    const file = at('shop.db');
    await anOldOne(file, '111111', '222222');
    copyFileSync(file, at('before.db'));
    expect(await saidOf(open(file, ofTest))).toBe(
      `The database ${file} holds sales of the sales unit 222222, which this server (test) is not set up for. It has been left as it is: set VIPPS_ENVIRONMENT and VIPPS_MSN to what made them, or DATABASE_URL to another file.`,
    );
    expect(readFileSync(file)).toEqual(readFileSync(at('before.db')));
    await open(file, ofProduction);
  });
});

describe('the file of a server that names none', () => {
  const fileOf = (environment: Belonging['environment'], databaseIsNamed = false) => {
    const shops = [{ credentials: { merchantSerialNumber: '111111' } }];
    const settings = { databaseFile: at(`${environment}.db`), databaseIsNamed, environment };
    return databaseOf({ ...settings, shops, salesUnits: new Map([['1', { msn: '333333' }]]) });
  };

  test('is that of its environment', () => {
    expect(fileOf('test')).toEqual({
      file: at('test.db'),
      belongsTo: { environment: 'test', msns: ['111111', '333333'] },
    });
  });

  test('is the one of before while no other environment has that, and it has none of its own', async () => {
    await anOldOne(at('tillside.db'), '222222');
    expect([fileOf('production').file, fileOf('test').file]).toEqual([at('tillside.db'), at('tillside.db')]);
    expect([fileOf('demo').file, fileOf('test', true).file]).toEqual([at('demo.db'), at('test.db')]);
    await open(at('tillside.db'), ofProduction);
    expect([fileOf('production').file, fileOf('test').file]).toEqual([at('tillside.db'), at('test.db')]);
    await anOldOne(at('production.db'));
    expect(fileOf('production').file).toBe(at('production.db'));
  });
});
