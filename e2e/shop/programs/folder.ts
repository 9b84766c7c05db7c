// Folders of one process, which go with it, whatever ends it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();

/** @param name what it is for: the end of its name is chosen by the system. @returns its path. */
export function makeFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `tillside-${name}-`));
  folders.add(folder);
  return folder;
}

export function removeFolder(folder: string): void {
  // A program that was killed just now may still be leaving it.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  folders.delete(folder);
}

process.once('exit', () => {
  for (const folder of folders) removeFolder(folder);
});
