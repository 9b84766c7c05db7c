// The file of the authority: made once, for one user, and never replaced.
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolderWith } from '../../../testing/files/written-files.ts';
import { makeAuthority } from './authority.ts';
import { authorityNotice, authorityText, openAuthority } from './authority-file.ts';

const now = Date.parse('2027-03-02T09:00:00Z');
const dayMs = 24 * 3_600_000;
const years = 3_650 * dayMs;

function aFile(text?: string) {
  const folder = aFolderWith(text === undefined ? {} : { authority: text });
  return { folder, file: join(folder, 'authority') };
}

const aText = () => authorityText(makeAuthority('till-2', now));
const good = aText();
const pems = good.match(/-----BEGIN [^-]*-----[^-]*-----END [^-]*-----/g) ?? [];
const [root = '', issuer = '', key = ''] = pems;
const [otherRoot = '', otherIssuer = ''] =
  aText().match(/-----BEGIN [^-]*-----[^-]*-----END [^-]*-----/g) ?? [];
const otherKey = String(
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
);

test('[P8] it is made at the first start, for this user alone, and is the same at the next one', () => {
  const { folder, file } = aFile();
  const made = openAuthority(file, 'till-2', now);
  expect(readdirSync(folder)).toEqual(['authority']);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  const text = readFileSync(file, 'utf8');
  expect(text.match(/BEGIN [A-Z ]+/g)).toEqual([
    'BEGIN CERTIFICATE',
    'BEGIN CERTIFICATE',
    'BEGIN PRIVATE KEY',
  ]);
  const again = openAuthority(file, 'other', now + dayMs);
  expect(again.root.fingerprint256).toBe(made.root.fingerprint256);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test.each<[string, string, RegExp]>([
  ['nothing', '', /is damaged\. It has been left as it is\. Put its copy back, or, .* move it away/],
  ['half of it', good.slice(0, good.length / 2), /is damaged/],
  ['one certificate too few', [root, key].join('\n'), /is damaged/],
  ['no key', [root, issuer].join('\n'), /is damaged/],
  ['a byte that has changed', good.replace(/\nMII/, '\nMIJ'), /is damaged|do not fit/],
  ['another root', [otherRoot, issuer, key].join('\n'), /holds certificates that do not fit/],
  ['another issuer', [root, otherIssuer, key].join('\n'), /holds certificates that do not fit/],
  ['the root twice', [root, root, key].join('\n'), /holds a key that does not fit/],
  ['another key', [root, issuer, otherKey].join('\n'), /holds a key that does not fit\. It has been left/],
])('[P8] a file that holds %s is refused in a sentence, and left as it is', (_, text, sentence) => {
  const { folder, file } = aFile(text);
  expect(() => openAuthority(file, 'till-2', now)).toThrow(sentence);
  expect(() => openAuthority(file, 'till-2', now)).not.toThrow(/BEGIN|MI/);
  expect(readdirSync(folder)).toEqual(['authority']);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('[P8] one that cannot be read, or made, is told of with its reason', () => {
  const { folder, file } = aFile();
  mkdirSync(file);
  expect(() => openAuthority(file, null, now)).toThrow(/cannot be read \(EISDIR\)/);
  const nowhere = join(folder, 'missing', 'authority');
  expect(() => openAuthority(nowhere, null, now)).toThrow(/cannot be made \(ENOENT\)/);
});

test('[P8] one that has expired stops the start; before that, there is a notice', () => {
  const { file } = aFile(good);
  const authority = openAuthority(file, null, now);
  expect(authorityNotice(authority, file, now + years - 91 * dayMs)).toBeNull();
  expect(authorityNotice(authority, file, now + years - 89 * dayMs)).toMatch(
    /authority, expires on 2037-02-27\. Before that, stop the server and move the file away/,
  );
  expect(() => openAuthority(file, null, now + years)).toThrow(
    /expired on 2037-02-27\. Move it away: the next/,
  );
  expect(() => openAuthority(file, null, now - 2 * dayMs)).toThrow(
    /good from 2027-03-01 only\. Check the clock/,
  );
  expect(readFileSync(file, 'utf8')).toBe(good);
});

test('none is made while the clock is plainly wrong, as on a machine that has none of its own', () => {
  const { folder, file } = aFile();
  expect(() => openAuthority(file, null, 0)).toThrow(/The clock of this machine says 1970-01-01/);
  expect(readdirSync(folder)).toEqual([]);
});

test('one that others may read goes on being used', () => {
  const { file } = aFile();
  writeFileSync(file, good);
  chmodSync(file, 0o644);
  expect(openAuthority(file, null, now).root.subject).toBe('CN=Tillside till-2 2027-03-02');
});
