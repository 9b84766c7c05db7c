// Where the pepper lies: a file of its own, made at the first start, for the server's user alone.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { codeOf, makeSecretFile } from '../../core/secret-file.ts';
import { StoreUnusable } from '../../store/errors.ts';
import { createPepper, type Pepper, pepperBytes } from './pepper.ts';

/** @returns null when there is no such file. @throws StoreUnusable for one that cannot be read, or is no pepper. */
export function readPepper(file: string): Pepper | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    const instead = 'See to it that this user may read it, or set PEPPER_FILE to a file elsewhere.';
    throw new StoreUnusable(`The pepper file ${file} cannot be read (${codeOf(error)}). ${instead}`);
  }
  const secret = Buffer.from(text, 'base64url');
  if (secret.length === pepperBytes && secret.toString('base64url') === text) return createPepper(secret);
  const instead = 'Put its copy in its place, or move it away if there is none.';
  throw new StoreUnusable(`The file ${file} holds no pepper. It has been left as it is. ${instead}`);
}

/**
 * Makes a pepper, whole or not at all; of two who make one at once, both get the first one's.
 * @throws StoreUnusable
 */
export function makePepper(file: string): Pepper {
  try {
    makeSecretFile(file, `${randomBytes(pepperBytes).toString('base64url')}\n`);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') {
      const instead =
        'Make its folder, one that this user may write, or set PEPPER_FILE to a file elsewhere.';
      throw new StoreUnusable(`The pepper file ${file} cannot be made (${codeOf(error)}). ${instead}`);
    }
  }
  const made = readPepper(file);
  if (made === null) throw new StoreUnusable(`The pepper file ${file} has gone again.`);
  return made;
}
