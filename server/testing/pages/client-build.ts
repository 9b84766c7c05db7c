// A client build with little in it but its pages' names.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packClient } from '../../launch/pack.mjs';

const pages = [
  'audit',
  'cashier',
  'display',
  'home',
  'reconciliation',
  'reports',
  'settings',
  'sign-in',
  'staff',
];

/** What pages load: one that is worth compressing and as large as the largest of ours, and one that is neither. */
export const assets = { 'shared-a.js': '/* much of the same */\n'.repeat(12_000), 'tiny-b.svg': '<svg/>' };

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
  mkdirSync(join(dist, 'assets'));
  for (const [name, text] of Object.entries(assets)) writeFileSync(join(dist, 'assets', name), text);
  packClient(dist);
  return { dist, remove: () => rmSync(dist, { recursive: true }) };
}
