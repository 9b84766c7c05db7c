// A client build without anything in it but its pages' names.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const pages = ['cashier', 'display', 'home', 'reconciliation', 'sign-in', 'staff'];

/** @returns the folder of a build whose pages say which they are, and `remove`, which removes it. */
export function aClientBuild(): { dist: string; remove: () => void } {
  const dist = mkdtempSync(join(tmpdir(), 'tillside-dist-'));
  for (const page of pages) {
    mkdirSync(join(dist, page));
    writeFileSync(
      join(dist, page, 'index.html'),
      `<!doctype html><html><head></head><body>${page}</body></html>`,
    );
  }
  for (const file of ['display-worker.js', 'display.webmanifest']) writeFileSync(join(dist, file), '');
  return { dist, remove: () => rmSync(dist, { recursive: true }) };
}
