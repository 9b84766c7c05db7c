// PINs and their pepper, over databases in files as shops have them.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { StoreUnusable } from '../../store/errors.ts';
import { type Database, openSqlite } from '../../store/sqlite/sqlite.ts';
import { aSession } from '../../testing/access/sessions.ts';
import { asOrdinaryUser } from '../../testing/files/ordinary-user.ts';
import { createPins } from '../staff/pin.ts';
import { createStaff } from '../staff/staff.ts';
import { pepperFileOf, replacePepper, settlePepper } from './settle-pepper.ts';

const cost = { N: 16, r: 8, p: 1 };
const pin = '246813579';
let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tillside-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

type Shop = {
  store: Database;
  isRight(name: string, pin?: string): Promise<boolean>;
  add(name: string): Promise<void>;
};

/** As a server or a command has it: with its pepper, or of a version that knew none. */
async function work<T>(
  use: (shop: Shop) => Promise<T>,
  file: string | null = at('pepper'),
  name = 'shop.db',
) {
  const store = await openSqlite(at(name));
  try {
    const pepper = file === null ? null : await settlePepper(store.access, file);
    const pins = createPins({ cost, pepper });
    const staff = createStaff(store.access, { nowMs: () => 0 }, pins);
    return await use({
      store,
      isRight: async (who, typed = pin) =>
        pins.inTurn(['known', who], async (right) =>
          right(typed, (await store.access.findStaff(who.toLowerCase()))?.pinHash ?? null),
        ),
      add: async (who) => void (await staff.add({ name: who, pin, role: 'manager' })),
    });
  } finally {
    await store.close();
  }
}
const ofBefore = (use: (shop: Shop) => Promise<unknown>) => work(use, null);
const hashesIn = ({ store }: Shop) => store.access.listPinHashes();

async function saidOf(opened: Promise<unknown>): Promise<string> {
  const error = await opened.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(StoreUnusable);
  return (error as StoreUnusable).message;
}

describe('[P8] a pepper', () => {
  test('is made at the first start, for its user alone, and is the same at the next', async () => {
    await work(({ add }) => add('Kari'));
    const made = readFileSync(at('pepper'), 'utf8');
    expect(made).toMatch(/^[\w-]{43}\n$/);
    expect(statSync(at('pepper')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).toSorted()).toEqual(['pepper', 'shop.db', 'shop.db.lock']);
    expect(await work(({ isRight }) => isRight('Kari'))).toBe(true);
    expect(readFileSync(at('pepper'), 'utf8')).toBe(made);
  });

  test('is one for two databases that name the same file', async () => {
    await work(({ add }) => add('Kari'));
    await work(({ add }) => add('Ola'), at('pepper'), 'other.db');
    expect(await work(({ isRight }) => isRight('Kari'))).toBe(true);
    expect(await work(({ isRight }) => isRight('Ola'), at('pepper'), 'other.db')).toBe(true);
  });

  test('stands nowhere in the database: with the database alone, no PIN can be tried', async () => {
    await work(({ add }) => add('Kari'));
    const pepper = readFileSync(at('pepper'), 'utf8').trim();
    expect(readFileSync(at('shop.db')).includes(pepper)).toBe(false);
    expect(readFileSync(at('shop.db')).includes(Buffer.from(pepper, 'base64url'))).toBe(false);
    expect(await ofBefore(({ isRight }) => isRight('Kari'))).toBe(false);
  });
});

describe('[P8] a PIN that was stored before there was a pepper', () => {
  test('is right as before, and from the first start on needs the pepper, whether or not its owner comes', async () => {
    await ofBefore(({ add }) => add('Kari'));
    await work(async ({ isRight }) => {
      expect(await isRight('Kari')).toBe(true);
      expect(await isRight('Kari', '246813570')).toBe(false);
    });
    expect(await ofBefore(({ isRight }) => isRight('Kari'))).toBe(false);
  });

  test('leaves nothing in the files of the database of what it was stored as, also while a server runs', async () => {
    // More than one page of the file holds.
    const names = Array.from({ length: 25 }, (_, at) => `Kari ${at}`);
    const before = await work(async (shop) => {
      for (const name of names) await shop.add(name);
      return hashesIn(shop);
    }, null);
    const hashes = before.map((stored) => stored.split('$')[5] ?? '');
    const left = () =>
      readdirSync(folder).flatMap((name) => hashes.filter((hash) => readFileSync(at(name)).includes(hash)));
    expect(left().length).toBeGreaterThanOrEqual(names.length);
    await work(async () => expect(left()).toEqual([]));
  });

  test('signs nobody out when the pepper is put into it', async () => {
    await ofBefore(async ({ add, store }) => {
      await add('Kari');
      const [{ id: staffId = '' } = {}] = await store.access.listStaff();
      await store.access.openSession(aSession('a', staffId));
    });
    expect(await work(({ store }) => store.access.findSession('a'))).not.toBeNull();
  });

  test('is right again in a backup from that time, which the pepper is put into anew', async () => {
    await ofBefore(({ add }) => add('Kari'));
    copyFileSync(at('shop.db'), at('backup.db'));
    await work(({ add }) => add('Ola'));
    expect(await work(({ isRight }) => isRight('Kari'), at('pepper'), 'backup.db')).toBe(true);
  });
});

describe('a pepper that is lost', () => {
  const lost = / is lost, no PIN can be checked any more: npm run staff -- new-pepper /;

  test('stops the start in a sentence, and no other takes its place', async () => {
    await work(({ add }) => add('Kari'));
    renameSync(at('pepper'), at('away'));
    const said = await saidOf(work(async () => undefined));
    expect(said).toContain(`the pepper file ${at('pepper')}, which is not there. Put its copy back`);
    expect(said).toMatch(lost);
    expect(existsSync(at('pepper'))).toBe(false);
    renameSync(at('away'), at('pepper'));
    expect(await work(({ isRight }) => isRight('Kari'))).toBe(true);
  });

  test('is not taken for another one that lies there', async () => {
    await work(({ add }) => add('Kari'));
    await work(({ add }) => add('Ola'), at('pepper of another'), 'other.db');
    const said = await saidOf(work(async () => undefined, at('pepper of another')));
    expect(said).toContain(`The pepper in ${at('pepper of another')} is not the one`);
    expect(said).toMatch(lost);
    expect(await work(({ isRight }) => isRight('Kari'))).toBe(true);
  });

  test('is given up by a command: those with a PIN need a new one, and can get it', async () => {
    await work(({ add }) => add('Kari'));
    rmSync(at('pepper'));
    const replaced = await ofBefore(async ({ store }) => {
      expect(await replacePepper(store.access, at('pepper'))).toMatchObject([{ name: 'Kari' }]);
    });
    expect(replaced).toBeUndefined();
    await work(async ({ isRight, add }) => {
      expect(await isRight('Kari')).toBe(false);
      await add('Ola');
      expect(await isRight('Ola')).toBe(true);
    });
  });

  test('is not given up while it is there', async () => {
    await work(({ add }) => add('Kari'));
    await ofBefore(async ({ store }) => expect(await replacePepper(store.access, at('pepper'))).toBeNull());
    expect(await work(({ isRight }) => isRight('Kari'))).toBe(true);
  });
});

/** But for the pepper. */
function forEverybody(): void {
  chmodSync(folder, 0o777);
  for (const name of ['shop.db', 'shop.db.lock']) chmodSync(at(name), 0o666);
}

describe('a start says what is wrong', () => {
  test('with a file that holds no pepper, and leaves it as it is', async () => {
    for (const text of ['', 'pepper', `${'x'.repeat(44)}\n`]) {
      writeFileSync(at('pepper'), text);
      expect(await saidOf(work(async () => undefined))).toContain(
        `The file ${at('pepper')} holds no pepper.`,
      );
      expect(readFileSync(at('pepper'), 'utf8')).toBe(text);
    }
  });

  test('where the pepper cannot be made: in a folder that is not there, and in one that is read-only', async () => {
    const below = join(at('stick'), 'pepper');
    const said = await saidOf(work(async () => undefined, below));
    expect(said).toContain(`The pepper file ${below} cannot be made (ENOENT).`);
    expect(existsSync(at('stick'))).toBe(false);
    mkdirSync(at('stick'), { mode: 0o555 });
    forEverybody();
    const refused = await asOrdinaryUser(() => saidOf(work(async () => undefined, below)));
    expect(refused).toContain(`The pepper file ${below} cannot be made (EACCES).`);
  });

  test('where it cannot be read', async () => {
    await work(({ add }) => add('Kari'));
    chmodSync(at('pepper'), 0);
    forEverybody();
    const said = await asOrdinaryUser(() => saidOf(work(async () => undefined)));
    expect(said).toContain(`The pepper file ${at('pepper')} cannot be read (EACCES).`);
  });
});

test.each([
  ['beside its database', { environment: 'test', pepperFile: null }, 'shop.db', 'shop.db.pepper'],
  [
    'where PEPPER_FILE says',
    { environment: 'production', pepperFile: '/key/pepper' },
    'shop.db',
    '/key/pepper',
  ],
  ['nowhere in the demo', { environment: 'demo', pepperFile: '/key/pepper' }, 'demo.db', null],
  ['nowhere for a database in memory', { environment: 'test', pepperFile: null }, ':memory:', null],
])('a pepper lies %s', (_, config, database, wanted) => {
  const found = pepperFileOf(config, database === ':memory:' ? database : at(database));
  expect(found?.replace(`${folder}/`, '') ?? null).toBe(wanted);
});
