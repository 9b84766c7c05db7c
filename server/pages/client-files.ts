// The client build in memory: nobody can have files opened by asking for them.
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Request, Response } from 'express';
import { packPath } from '../launch/pack.mjs';

/** A file, and its compressed forms where they are worth it. */
export type ClientFile = {
  path: string;
  hash: string;
  whole: Buffer;
  br: Buffer | null;
  gzip: Buffer | null;
};

/** As the build has written it (server/launch/pack.mjs); of ours, and of this version, so that it is taken at its word. */
type Index = { path: string; hash: string; lengths: { whole: number; br: number; gzip: number } }[];

/** @returns by their addresses the files of a build as it was packed; none without a build, as while one is made. */
export function readClientFiles(dist: string): ReadonlyMap<string, ClientFile> {
  const pack = readPack(packPath(dist));
  if (pack === null) return new Map();
  let offset = pack.indexOf('\n') + 1;
  const take = (bytes: number) => {
    offset += bytes;
    return pack.subarray(offset - bytes, offset);
  };
  const takeUnlessEmpty = (bytes: number) => (bytes === 0 ? null : take(bytes));
  const index: Index = JSON.parse(pack.toString('utf8', 0, offset));
  return new Map(
    index.map(({ path, hash, lengths: { whole, br, gzip } }) => [
      path,
      { path, hash, whole: take(whole), br: takeUnlessEmpty(br), gzip: takeUnlessEmpty(gzip) },
    ]),
  );
}

function readPack(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** Sends a file in the smallest form that the client takes; nothing but its headers where the client has it. */
export function sendClientFile(request: Request, response: Response, file: ClientFile): void {
  const [encoding, bytes] = formFor(request, file);
  if (encoding !== null) response.set('Content-Encoding', encoding);
  // Weak, as it is the same for all forms.
  response.set('ETag', `W/"${file.hash}"`).vary('Accept-Encoding').type(extname(file.path)).send(bytes);
}

function formFor(
  request: Request,
  { whole, br, gzip }: ClientFile,
): [encoding: 'br' | 'gzip' | null, bytes: Buffer] {
  if (br !== null && request.acceptsEncodings('br') === 'br') return ['br', br];
  if (gzip !== null && request.acceptsEncodings('gzip') === 'gzip') return ['gzip', gzip];
  return [null, whole];
}
