import { existsSync, renameSync, rmSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { manager } from '../shop/accounts.ts';
import { Shop } from '../shop/shop.ts';

const newPin = '864213579';

test('[P8] a shop whose pepper is lost is told so, and gets everybody in again by two commands', async () => {
  const shop = await Shop.open();
  try {
    const pepper = `${shop.database}.pepper`;
    expect((await shop.signIn(manager.name, manager.pin)).name).toBe('tillside_session');
    await shop.stopServer('SIGTERM');

    renameSync(pepper, `${pepper}.away`);
    await expect(shop.startServer()).rejects.toThrow(
      /Tillside did not start\.\nThe PINs in the database go with the pepper file .* npm run staff -- new-pepper/,
    );
    await expect(shop.command('staff', 'list')).rejects.toThrow(/go with the pepper file/);
    // What has nothing to do with PINs goes on.
    await shop.command('keys', 'list');
    expect(existsSync(pepper)).toBe(false);

    renameSync(`${pepper}.away`, pepper);
    await expect(shop.command('staff', 'new-pepper')).rejects.toThrow(/no PIN is lost/);
    await shop.startServer();
    expect((await shop.signIn(manager.name, manager.pin)).name).toBe('tillside_session');
    rmSync(pepper);
    await expect(shop.command('staff', 'new-pepper')).rejects.toThrow(/Another Tillside server uses/);

    await shop.stopServer('SIGTERM');
    expect(await shop.command('staff', 'new-pepper')).toContain(manager.name);
    await shop.server.staffCommand(newPin, 'reset-pin', manager.name);
    await shop.startServer();
    await expect(shop.api('POST', '/session', manager, {})).resolves.toMatchObject({ status: 401 });
    const { name, value } = await shop.signIn(manager.name, newPin);
    const { body } = await shop.api('GET', '/audit?kind=pepper_replaced', undefined, {
      cookie: `${name}=${value}`,
    });
    expect(body).toMatchObject({ entries: [{ who: { kind: 'command' }, detail: { people: 1 } }] });
  } finally {
    await shop.close();
  }
});
