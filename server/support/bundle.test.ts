import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { hashToken, newToken } from '../access/secrets/tokens.ts';
import { createStaff } from '../access/staff/staff.ts';
import { toConfig } from '../config/config.ts';
import { createSqliteStore, openSqlite } from '../store/sqlite/sqlite.ts';
import { aPos, cheapPins } from '../testing/access.ts';
import { aPayment, seen } from '../testing/payments.ts';
import { aDatabase } from '../testing/store.ts';
import { aTill } from '../testing/till.ts';
import { createBundle } from './bundle.ts';
import { readDatabase } from './read-database.ts';

const env = {
  VIPPS_CLIENT_ID: 'canary-client-id',
  VIPPS_CLIENT_SECRET: 'canary-client-secret',
  VIPPS_SUBSCRIPTION_KEY: 'canary-subscription',
  VIPPS_MSN: '654321',
  PORT: '3007',
  FALLBACK_URL: 'https://shop.example/thanks/canary-path?canary',
  CALLBACK_URL: 'https://shop.example/',
};
const config = toConfig(env, () => '');
const about = { version: '1.2.3', node: 'v0', platform: 'test', upSeconds: 7 };
const nothing = {
  serverIsRunning: false,
  bytes: { database: 0, log: 0 },
  check: ['ok'],
  migrations: [],
  rows: {},
  access: { unreadable: '' },
  payments: [],
};
const bundleOf = (more: Partial<Parameters<typeof createBundle>[0]> = {}): string =>
  createBundle({ nowMs: 0, about, config, database: nothing, log: null, ...more });

let file: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'tillside-support-'));
  file = join(folder, 'tillside.db');
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

/** A day's work, and everything that must not get into a bundle. */
async function aShop() {
  const shop = await aTill({ store: await openSqlite(file) });
  const { store, clock, vipps } = shop;
  const { authorization } = await aPos(store, '1', 'the POS');
  const display = newToken();
  const paired = { id: 'a-display', till: '1', pairedAtMs: 0, pairedBy: 'Kari', lastSeenAtMs: 60_000 };
  await store.access.addDisplay(paired, hashToken(display));
  const staff = createStaff(store.access, clock, cheapPins());
  await staff.add({ name: 'Kari', pin: '13579024', role: 'manager' });
  vipps.polled = seen({ scanned: true, reservedAmount: 24_900 });
  const paid = await shop.start('an-idempotency-key');
  await clock.advance(20_000);
  vipps.polled = seen();
  const open = await shop.start();
  const pos = authorization.slice('Bearer '.length);
  const found = await store.access.findStaff('kari');
  const secrets = [pos, hashToken(pos), display, hashToken(display), '13579024', found?.pinHash ?? ''];
  return { ...shop, paid, open, secrets };
}

describe('the settings in a bundle', () => {
  test('[P7] are those on a list, without credentials and without what an address carries', () => {
    const text = bundleOf({ about });
    const { configuration, ...rest } = JSON.parse(text);
    expect(rest).toMatchObject({ madeAt: '1970-01-01T00:00:00.000Z', about });
    expect(configuration).toEqual({
      environment: 'test',
      port: 3007,
      host: '127.0.0.1',
      publicUrl: null,
      trustedProxies: [],
      connections: { most: null, mostPerAddress: null },
      baseUrl: 'https://apitest.vipps.no',
      agreementUrl: 'https://shop.example',
      backups: { folder: null, keep: 14 },
      qrFormat: 'svg',
      systemName: 'tillside',
      pluginName: 'tillside',
      capture: 'auto',
      cashierRefundUpTo: 0,
      cashierRefundUpToADay: 0,
      refundApprovalAbove: null,
      qrImageHosts: [
        '*.vipps.no',
        '*.vippsmobilepay.com',
        '*.vipps.dk',
        '*.vipps.fi',
        'qr-generator-prod-app-service.azurewebsites.net',
      ],
      databaseFile: 'data/test.db',
      pepperFile: null,
      simulator: null,
      fallbackUrl: 'https://shop.example',
      callbackUrl: 'https://shop.example',
      tills: [
        {
          id: '1',
          name: 'Till 1',
          currency: 'NOK',
          locale: 'en-NO',
          brand: 'vipps',
          subscriptions: true,
          shop: 'shop',
          timeZone: 'Europe/Oslo',
          dayEndsAt: 0,
          msn: '654321',
          api: 'ecom',
        },
      ],
    });
    expect(text).not.toContain('canary');
  });

  test('[P7] that are secret are taken out of the log too, and out of everything else', () => {
    const log = ['{"msg":"canary-client-secret"}', 'Authorization: Bearer canary'];
    const { log: lines } = JSON.parse(bundleOf({ log }));
    expect(lines).toEqual(['{"msg":"[secret]"}', 'Authorization: [secret]']);
    expect(bundleOf({ about: { ...about, platform: 'canary-subscription' } })).not.toContain('canary');
  });
});

describe('the database in a bundle', () => {
  test('is read beside the server that uses it, and nothing is written to it', async () => {
    const shop = await aShop();
    const before = [readFileSync(file), readFileSync(`${file}-wal`)];
    const facts = await readDatabase(file);
    expect([readFileSync(file), readFileSync(`${file}-wal`)]).toEqual(before);
    expect(facts).toMatchObject({
      serverIsRunning: true,
      check: ['ok'],
      migrations: [
        '001-payments',
        '002-late-money',
        '003-access',
        '004-shops',
        '005-tries',
        '006-movements',
        '007-vipps-ids',
        '008-capture-deadline',
        '009-environment',
        '010-sent-calls',
        '011-before',
        '012-agreements',
        '013-voided',
        '014-refund-limits',
        '015-sign-in',
        '016-key-scopes',
        '017-lists',
        '018-audit',
        '019-proofs',
        '020-idle-lock',
        '021-session-places',
        '022-settings',
      ],
      rows: { payments: 2, staff: 1, displays: 1, api_keys: 1, payment_images: 1 },
    });
    expect(facts.bytes.database + facts.bytes.log).toBeGreaterThan(10_000);
    await shop.store.close();
    expect(await readDatabase(file)).toMatchObject({ serverIsRunning: false, rows: { payments: 2 } });
  });

  test('shows the payments with their history, newest first, as the API does', async () => {
    const { paid, open, store } = await aShop();
    const id = { about: 'capture', id: '00-616e415f5af7584eb4d9369d0fe8d7cc-48b90041faff204c-01' } as const;
    await store.vippsIds.keepVippsId(paid, { ...id, atMs: 0 }, 5);
    const { payments } = await readDatabase(file);
    expect(payments).toMatchObject([
      { reference: open, state: 'presented', events: [{ event: 'created' }, { event: 'presented' }] },
      { reference: paid, state: 'approved', capture: 'captured', amount: { value: 24_900, currency: 'NOK' } },
    ]);
    const at = '1970-01-01T00:00:00.000Z';
    expect(payments).toMatchObject([{ vippsIds: [] }, { vippsIds: [{ ...id, at }] }]);
    // Support asks for them as they are.
    expect(bundleOf({ database: await readDatabase(file) })).toContain(id.id);
    await store.close();
    const older = new DatabaseSync(file);
    older.exec('DROP TABLE vipps_ids');
    older.close();
    const unreadable = { vippsIds: { unreadable: expect.stringContaining('vipps_ids') } };
    expect((await readDatabase(file)).payments).toMatchObject([unreadable, unreadable]);
  });

  test('calls what an older version has stored what it is called now', async () => {
    const before = new URL('../testing/store-before/013-voided.sql', import.meta.url);
    const older = new DatabaseSync(file);
    older.exec(readFileSync(before, 'utf8'));
    older.close();
    const facts = await readDatabase(file);
    const namesOf = (wanted: string) =>
      Array.isArray(facts.payments) &&
      facts.payments
        .find(({ reference }) => reference === wanted)
        ?.events.map(({ name }) => name)
        .join(' ');
    expect(facts.migrations).not.toContain('013-voided');
    expect(namesOf('ecom-late-1-sale')).toBe('created presented scanned cancel voided reserved voided');
    expect(namesOf('epayment-released-1-sale')).toBe('created presented reserved release released');
    await (await openSqlite(file)).close();
    expect((await readDatabase(file)).payments).toEqual(facts.payments);
  });

  test('shows the last 200 payments', async () => {
    // Each payment on a disk takes as long as all of them in memory.
    const database = await aDatabase();
    const store = await createSqliteStore(database);
    const ended = { state: 'approved', capture: 'captured' } as const;
    for (let i = 0; i < 205; i++) {
      const payment = aPayment({ ...ended, reference: `till-1-${i}`, createdAtMs: i });
      const entry = {
        version: 2,
        atMs: i,
        event: 'created',
        state: 'approved',
        by: null,
        detail: {},
      } as const;
      await store.create(payment, entry, null);
    }
    writeFileSync(file, database.serialize());
    await store.close();
    const { payments } = await readDatabase(file);
    expect(payments).toHaveLength(200);
    expect(payments).toMatchObject({ 0: { reference: 'till-1-204' }, 199: { reference: 'till-1-5' } });
  });

  test('[P7] holds no token, no PIN, no hash, no QR and nothing that a customer could pay with', async () => {
    const { secrets, store } = await aShop();
    const database = await readDatabase(file);
    expect(database.access).toEqual({
      staff: { all: 1, managers: 1 },
      displays: [
        {
          id: 'a-display',
          till: '1',
          pairedAt: '1970-01-01T00:00:00.000Z',
          lastSeenAt: '1970-01-01T00:01:00.000Z',
        },
      ],
      keys: [
        {
          name: 'the POS',
          shop: null,
          till: '1',
          scopes: ['sell', 'refund', 'read'],
          createdAt: '1970-01-01T00:00:00.000Z',
          expiresAt: null,
          lastUsedAt: null,
        },
      ],
    });
    // Before anything is redacted.
    const text = JSON.stringify(database);
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/svg|\/qr|href|scrypt|an-idempotency-key/);
    await store.close();
  });

  test('that is damaged or from another time is reported as far as it can be read', async () => {
    const old = new DatabaseSync(file);
    old.exec('CREATE TABLE kysely_migration (name TEXT); CREATE TABLE staff (id TEXT)');
    old.exec("INSERT INTO kysely_migration VALUES ('000-before')");
    old.close();
    expect(await readDatabase(file)).toMatchObject({
      migrations: ['000-before'],
      rows: { staff: 0, kysely_migration: 1 },
      payments: { unreadable: expect.stringContaining('no such table') },
    });
  });

  test('that is not there is one sentence', async () => {
    await expect(readDatabase(file)).rejects.toThrow(
      `There is no database ${file} to report on. Start Tillside, or set DATABASE_URL.`,
    );
  });
});
