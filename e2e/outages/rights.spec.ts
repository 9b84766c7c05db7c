import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { Shop } from '../shop/shop.ts';

test('[P8] all that a server writes is for its user alone, and a database that others can open is told of', async () => {
  const shop = await Shop.open();
  try {
    const below = join(shop.folder, 'below');
    await shop.stopServer('SIGTERM');
    shop.server.setVariable('DATABASE_URL', `file:${join(below, 'data', 'shop.db')}`);
    await shop.startServer();
    expect(shop.log).not.toContain('chmod');
    const made = [below, ...readdirSync(below, { recursive: true }).map((name) => join(below, String(name)))];
    expect(made.length).toBeGreaterThan(4);
    for (const path of made) expect(statSync(path).mode & 0o077, path).toBe(0);

    await shop.stopServer('SIGTERM');
    const database = join(below, 'data', 'shop.db');
    chmodSync(database, 0o644);
    await shop.startServer();
    // It is said after the line that the start is waited for.
    const told = new RegExp(`^Other users of this machine .*chmod 600 ${database}( |$)`, 'm');
    await expect.poll(() => shop.log).toMatch(told);
  } finally {
    await shop.close();
  }
});
