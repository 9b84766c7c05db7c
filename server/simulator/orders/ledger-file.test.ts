import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openTill } from '../testing/till.ts';

test('a file that cannot be written, as on a full disk, is an error of that call; the next ones go on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => said.mockRestore());
  const ledgerFile = join(folder, 'orders.json');
  const till = await openTill({ ledgerFile });
  const inTheWay = `${ledgerFile}.new`;
  mkdirSync(inTheWay);
  expect((await till.initiate('till-1-a')).status).toBe(500);
  expect(said).toHaveBeenCalledOnce();
  rmSync(inTheWay, { recursive: true });
  expect((await till.initiate('till-1-b')).status).toBe(200);
  expect((await till.details('till-1-b')).status).toBe(200);
});
