// A shop's own logo and idle picture, read from a folder when the server starts.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { ConfigError } from '../config/config.ts';
import { type PictureName, pictureNames } from '../contract/settings.ts';

export type Picture = { contentType: string; bytes: Buffer; hash: string };

/** The pictures of a shop, or else those of all. */
export type Branding = (shop: string) => Partial<Record<PictureName, Picture>>;

const types: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
};
/** A tablet loads it once a day. */
export const mostPictureBytes = 2_000_000;

/** Stands in the address of a picture, so that another picture has another one. */
export const pictureHash = (bytes: Buffer) =>
  createHash('sha256').update(bytes).digest('base64url').slice(0, 12);

type Folder = { files: string[]; folders: string[] };

function list(folder: string): Folder {
  try {
    const all = readdirSync(folder, { withFileTypes: true });
    return {
      files: all.filter((one) => one.isFile()).map(({ name }) => name),
      folders: all.filter((one) => one.isDirectory()).map(({ name }) => name),
    };
  } catch {
    throw new ConfigError(
      `BRANDING is "${folder}", which cannot be read; it accepts a folder with pictures.`,
    );
  }
}

function read(folder: string, file: string): Picture {
  const path = join(folder, file);
  const contentType = types[parse(file).ext.toLowerCase()];
  const accepted = Object.keys(types).join(', ');
  if (contentType === undefined)
    throw new ConfigError(`BRANDING: ${path} is no picture; it accepts ${accepted}.`);
  const bytes = readFileSync(path);
  if (bytes.length === 0 || bytes.length > mostPictureBytes) {
    throw new ConfigError(
      `BRANDING: ${path} has ${bytes.length} bytes; it accepts 1 to ${mostPictureBytes}.`,
    );
  }
  return { contentType, bytes, hash: pictureHash(bytes) };
}

function readAll(folder: string, { files }: Folder): ReturnType<Branding> {
  const found: Partial<Record<PictureName, Picture>> = {};
  for (const name of pictureNames) {
    const file = files.find((one) => parse(one).name.toLowerCase() === name);
    if (file !== undefined) found[name] = read(folder, file);
  }
  return found;
}

/**
 * @param folder with `logo.*` and `picture.*` for all shops, and folders named like shops for their own; null for none.
 * @throws ConfigError
 */
export function readBranding(folder: string | null, shops: readonly string[]): Branding {
  if (folder === null) return () => ({});
  const top = list(folder);
  const common = readAll(folder, top);
  const own = new Map<string, ReturnType<Branding>>();
  for (const shop of shops) {
    const name = top.folders.find((one) => one.toLowerCase() === shop.toLowerCase());
    if (name !== undefined) own.set(shop, readAll(join(folder, name), list(join(folder, name))));
  }
  return (shop) => ({ ...common, ...own.get(shop) });
}
