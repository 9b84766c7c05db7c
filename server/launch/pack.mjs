// The whole client build in one file, compressed ahead, which the server reads once when it starts: 77 files take ten times as long.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Its highest takes seven times as long, for a thirtieth less to send. */
const brotliQuality = 9;

/** @param {string} dist */
export const packPath = (dist) => join(dist, '.client');

/**
 * Writes, in one line of JSON, each file's address, a hash of its content and the length of each of its forms; after it, the forms themselves.
 * @param {string} dist the folder of the build, in which the file is put
 */
export function packClient(dist) {
  const files = filesUnder(dist).map((path) => {
    const whole = readFileSync(join(dist, path));
    return {
      path: `/${path}`,
      hash: hashOf(whole),
      whole,
      br: smaller(whole, brotli),
      gzip: smaller(whole, gzip),
    };
  });
  const index = files.map(({ path, hash, whole, br, gzip }) => ({
    path,
    hash,
    lengths: { whole: whole.length, br: br.length, gzip: gzip.length },
  }));
  const bytes = files.flatMap(({ whole, br, gzip }) => [whole, br, gzip]);
  writeFileSync(packPath(dist), Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...bytes]));
}

/** @param {Buffer} whole */
const hashOf = (whole) => createHash('sha256').update(whole).digest('base64url').slice(0, 22);

/** @param {Buffer} whole */
const brotli = (whole) =>
  brotliCompressSync(whole, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
      [constants.BROTLI_PARAM_SIZE_HINT]: whole.length,
    },
  });

/** @param {Buffer} whole */
const gzip = (whole) => gzipSync(whole, { level: 9 });

/**
 * @param {Buffer} whole
 * @param {(whole: Buffer) => Buffer} compress
 * @returns {Buffer} nothing where it saves less than a tenth, as of what is compressed already
 */
function smaller(whole, compress) {
  const compressed = compress(whole);
  return compressed.length < whole.length * 0.9 ? compressed : Buffer.alloc(0);
}

/**
 * @param {string} dist
 * @param {string} below a folder in it, with a slash at its end
 * @returns {string[]} the paths of all files, in a fixed order, without those that are hidden
 */
function filesUnder(dist, below = '') {
  const entries = readdirSync(join(dist, below), { withFileTypes: true });
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(dist, `${below}${entry.name}/`) : [`${below}${entry.name}`],
    );
}
